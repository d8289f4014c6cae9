-- The peer's whole state. Whoever decides for an account holds its row.
CREATE TABLE policy (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    per_transaction numeric NOT NULL,
    calendar_day numeric NOT NULL,
    rolling_24h numeric NOT NULL,
    rolling_7d numeric NOT NULL,
    rolling_30d numeric NOT NULL,
    transfers_1h integer NOT NULL,
    transfers_24h integer NOT NULL
);

CREATE TABLE accounts (
    id text PRIMARY KEY,
    frozen boolean NOT NULL DEFAULT false
);

CREATE TABLE connections (
    key_hash bytea PRIMARY KEY,
    account text NOT NULL REFERENCES accounts,
    public_key bytea NOT NULL
);

CREATE TABLE addresses (
    account text NOT NULL REFERENCES accounts,
    destination text NOT NULL,
    usable_from timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account, destination)
);

-- Room in each page for the outcome, so that no index has to be touched a second time.
CREATE TABLE requests (
    id bytea PRIMARY KEY,
    account text NOT NULL,
    order_id text,
    destination text NOT NULL,
    amount numeric NOT NULL,
    decided_at timestamptz NOT NULL DEFAULT now(),
    reason text,
    counts boolean NOT NULL,
    outcome text,
    status integer,
    answer bytea,
    settled_at timestamptz
) WITH (fillfactor = 70);

CREATE INDEX requests_by_time ON requests (account, decided_at);

CREATE UNIQUE INDEX requests_by_order ON requests (account, order_id) WHERE reason IS NULL;
