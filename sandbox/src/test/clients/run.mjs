// Drives one client library as a wallet would: node run.mjs ccxt < settings.json > seen.json
import { readFileSync } from 'node:fs';
import { open } from './world.mjs';

const NAMES = ['ccxt', 'wallet', 'connector', 'connector-typescript', 'binance'];
const name = process.argv[2];
if (!NAMES.includes(name)) {
  throw new Error(`which client? one of ${NAMES.join(', ')}`);
}
const { connect } = await import(`./${name}.mjs`);
const account = await open(JSON.parse(readFileSync(0, 'utf8')));
const client = connect(account);
const once = `once-${account.apiKey.slice(0, 8)}`;
const seen = { apiKey: account.apiKey, once };

await step('markets', () => client.markets());
await step('balances', () => client.balances());
await step('deposit', () => client.depositAddress(account.order.coin));
await step('withdraw', () => client.withdraw({ ...account.order, amount: '25', id: once }));
await step('again', () => client.withdraw({ ...account.order, amount: '25', id: once }));
await step('history', () => client.history(account.order.coin, once));
await step('tooMuch', () => client.withdraw({ ...account.order, amount: '2001', id: `${once}-big` }));
await step('stranger', () =>
  client.withdraw({ ...account.order, address: account.stranger, amount: '25', id: `${once}-stranger` }));
await step('named', () => client.withdraw({ ...account.order, amount: '26', id: `${once}-named`, name: 'My ledger' }));
await step('tiny', () => client.withdraw({ ...account.order, amount: 0.0000001, id: `${once}-tiny` }));
console.log(JSON.stringify(seen));

/** What the client returned, or all that its own error tells. */
async function step(what, task) {
  try {
    seen[what] = { ok: true, told: JSON.stringify(await task()) };
  } catch (e) {
    seen[what] = { ok: false, told: [e.message, words(e.response?.data), words(e.body), words(e)].join(' ') };
  }
}

function words(from) {
  try {
    return typeof from === 'string' ? from : (JSON.stringify(from) ?? '');
  } catch {
    return '';
  }
}
