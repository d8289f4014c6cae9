import { Spot } from '@binance/connector-typescript';
import { createRequire } from 'node:module';

// The copy that a CommonJS library requires is another one than a module imports.
const axios = createRequire(import.meta.url)('axios');

export function connect({ base, token, apiKey, secret, privateKey, kind }) {
  // begin snippet
  axios.defaults.headers.common.Authorization = `Bearer ${token}`;
  const client = new Spot(apiKey, secret ?? '', {
    baseURL: base,
    privateKey: privateKey === undefined ? undefined : Buffer.from(privateKey),
    privateKeyAlgo: kind,
  });
  // end snippet
  return {
    markets: async () => (await client.exchangeInformation()).symbols.length,
    balances: () => client.userAsset(),
    depositAddress: (coin) => client.depositAddress(coin),
    history: (coin, id) => client.withdrawHistory({ coin, withdrawOrderId: id }),
    withdraw: ({ coin, address, amount, id, ...rest }) =>
      client.withdraw(coin, address, amount, { ...rest, withdrawOrderId: id, recvWindow: 10_000 }),
  };
}
