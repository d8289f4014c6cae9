import { Wallet } from '@binance/wallet';

export function connect({ base, token, apiKey, secret, privateKey }) {
  // begin snippet
  const wallet = new Wallet({
    configurationRestAPI: {
      apiKey,
      apiSecret: secret,
      privateKey,
      basePath: base,
      timeout: 15_000,
    },
  });
  // Its customHeaders drop this one header.
  wallet.restAPI.configuration.baseOptions.headers.Authorization = `Bearer ${token}`;
  // end snippet
  const api = wallet.restAPI;
  return {
    markets: async () => (await api.systemStatus()).data(),
    balances: async () => (await api.userAsset({ recvWindow: 10_000 })).data(),
    depositAddress: async (coin) => (await api.depositAddress({ coin })).data(),
    history: async (coin, id) => (await api.withdrawHistory({ coin, withdrawOrderId: id })).data(),
    withdraw: async ({ id, ...order }) => (await api.withdraw({ ...order, withdrawOrderId: id, recvWindow: 10_000 })).data(),
  };
}
