import { Spot } from '@binance/connector';
import { createRequire } from 'node:module';

// The copy that a CommonJS library requires is another one than a module imports.
const axios = createRequire(import.meta.url)('axios');

export function connect({ base, token, apiKey, secret, privateKey, kind }) {
  // begin snippet
  axios.defaults.headers.common.Authorization = `Bearer ${token}`;
  const client = new Spot(apiKey, secret, {
    baseURL: base,
    privateKey,
    privateKeyAlgo: kind === 'ED25519' ? 'Ed25519' : 'RSA',
  });
  // end snippet
  return {
    markets: async () => (await client.exchangeInfo()).data.symbols.length,
    balances: async () => (await client.userAsset()).data,
    depositAddress: async (coin) => (await client.depositAddress(coin)).data,
    history: async (coin, id) => (await client.withdrawHistory({ coin, withdrawOrderId: id })).data,
    withdraw: async ({ coin, address, amount, id, ...rest }) =>
      (await client.withdraw(coin, address, amount, { ...rest, withdrawOrderId: id, recvWindow: 10_000 })).data,
  };
}
