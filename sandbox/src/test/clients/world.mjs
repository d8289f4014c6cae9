// An account at the stand-in and at the gateway, with a key of the wanted kind that is made here.
import { generateKeyPairSync, randomBytes } from 'node:crypto';

const WITHDRAW = { coin: 'USDT', network: 'BSC' };

export async function open({ gateway, control, token, name, kind }) {
  const apiKey = randomBytes(32).toString('hex');
  const address = () => '0x' + randomBytes(20).toString('hex');
  const key = makeKey(kind);
  const mine = address();
  await call(`${control}/accounts/${name}`, 'PUT', {}, {
    apiKey,
    ...key.known,
    balances: { USDT: '100000', BTC: '1' },
    permissions: { enableReading: true, enableWithdrawals: true },
  });
  const owner = { authorization: `Bearer ${token}` };
  await call(`${gateway}/v1/connections`, 'POST', owner, { apiKey });
  await call(`${gateway}/v1/addresses`, 'POST', owner, { network: WITHDRAW.network, address: mine });
  return { base: gateway, token, apiKey, kind, ...key.own, order: { ...WITHDRAW, address: mine }, stranger: address() };
}

function makeKey(kind) {
  if (kind === 'HMAC') {
    const secret = randomBytes(32).toString('hex');
    return { own: { secret, privateKey: undefined }, known: { secret } };
  }
  const { publicKey, privateKey } =
    kind === 'RSA' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  return {
    own: { secret: undefined, privateKey: pem },
    known: { publicKey: publicKey.export({ type: 'spki', format: 'pem' }) },
  };
}

/** The same change again is harmless: it is asked for until the engine has taken it. */
async function call(url, method, headers, body) {
  for (let tries = 0; tries < 5; tries++) {
    const answer = await fetch(url, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (answer.status === 200) {
      return;
    }
    if (answer.status !== 202) {
      throw new Error(`${method} ${new URL(url).pathname}: ${answer.status} ${await answer.text()}`);
    }
  }
  throw new Error(`${method} ${new URL(url).pathname}: not taken in time`);
}
