import ccxt from 'ccxt';

export function connect({ base, token, apiKey, secret, privateKey, order }) {
  // begin snippet
  const exchange = new ccxt.binance({
    apiKey,
    secret: secret ?? privateKey,
    headers: { Authorization: `Bearer ${token}` },
    options: { fetchMarkets: { types: ['spot'] }, fetchMargins: false },
  });
  for (const [name, url] of Object.entries(exchange.urls.api)) {
    exchange.urls.api[name] = url.replace('https://api.binance.com', base);
  }
  // end snippet
  return {
    markets: async () => (await exchange.loadMarkets())['BTC/USDT'].symbol,
    balances: async () => (await exchange.fetchBalance()).total,
    depositAddress: (coin) => exchange.fetchDepositAddress(coin),
    history: (coin, id) => exchange.fetchWithdrawals(coin, undefined, undefined, { withdrawOrderId: id }),
    withdraw: ({ coin, network, address, amount, id, name }) =>
      exchange.withdraw(coin, amount, address, undefined, {
        network,
        withdrawOrderId: id,
        ...(name === undefined ? {} : { name }),
      }),
  };
}
