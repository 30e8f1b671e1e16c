/** A schema that has one of everything that rules ask about. */
export const shopSchema = `
CREATE KEYSPACE shop WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1};
USE shop;

CREATE TYPE address (street text, city text);

CREATE TABLE orders (
  id uuid PRIMARY KEY,
  status text,
  total decimal,
  placed_at timestamp,
  ship_to frozen<address>,
  bill_to address,
  tags set<text>,
  notes list<text>,
  attributes map<text, text>,
  frozen_tags frozen<set<text>>,
  took duration
);

CREATE TABLE order_lines (
  order_id uuid,
  sku text,
  part int,
  quantity int,
  currency text STATIC,
  PRIMARY KEY (order_id, sku, part)
);

CREATE TABLE events (
  tenant text,
  day date,
  at timestamp,
  kind text,
  payload blob,
  place vector<float, 2>,
  PRIMARY KEY ((tenant, day), at)
) WITH CLUSTERING ORDER BY (at DESC);
CREATE INDEX ON events (kind) USING 'sai';
CREATE INDEX ON events (place) USING 'sai';

CREATE TABLE counters (id text PRIMARY KEY, n counter);

CREATE MATERIALIZED VIEW orders_by_status AS
  SELECT * FROM orders WHERE status IS NOT NULL AND id IS NOT NULL
  PRIMARY KEY (status, id);

CREATE FUNCTION twice (n int) RETURNS NULL ON NULL INPUT RETURNS int LANGUAGE java AS 'return n * 2;';
`;
