import { MainClient } from 'binance';

export function connect({ base, token, apiKey, secret, privateKey }) {
  // begin snippet
  const client = new MainClient(
    { api_key: apiKey, api_secret: secret ?? privateKey, baseUrl: base },
    { headers: { Authorization: `Bearer ${token}` } },
  );
  // end snippet
  return {
    markets: async () => (await client.getExchangeInfo()).symbols.length,
    balances: () => client.getUserAsset(),
    depositAddress: (coin) => client.getDepositAddress({ coin }),
    history: (coin, id) => client.getWithdrawHistory({ coin, withdrawOrderId: id }),
    withdraw: ({ id, ...order }) => client.withdraw({ ...order, withdrawOrderId: id, recvWindow: 10_000 }),
  };
}
