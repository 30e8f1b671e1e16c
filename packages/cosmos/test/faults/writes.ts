import type { Container } from "@azure/cosmos";

/** One write of a fault run, on items that no other write touches. */
export interface Write {
  readonly statement: string;
  readonly idempotent: boolean;
  /** Before the faults begin. */
  readonly prepare: (container: Container) => Promise<unknown>;
  readonly params: () => object;
  /** After they have ended: how often it was done. NaN where it was done by half. */
  readonly timesDone: (container: Container) => Promise<number>;
}

const tenant = (id: string) => `t-${id}`;
const cart = (id: string, more: object = {}) => ({ id, tenant: tenant(id), status: "open", count: 0, ...more });
const nothing = async () => undefined;
const at = (id: string) => ({ id, partitionKey: tenant(id) });

async function stored(container: Container, id: string, owner = id): Promise<{ readonly count: number }[]> {
  const query = { query: "SELECT c.count FROM c WHERE c.id = @id", parameters: [{ name: "@id", value: id }] };
  return (await container.items.query(query, { partitionKey: tenant(owner) }).fetchAll()).resources;
}

export function createOf(id: string): Write {
  return {
    statement: "create",
    idempotent: false,
    prepare: nothing,
    params: () => ({ item: cart(id) }),
    timesDone: async (container) => (await stored(container, id)).length,
  };
}

export function incrementOf(id: string): Write {
  return {
    statement: "addOne",
    idempotent: false,
    prepare: (container) => container.items.create(cart(id)),
    params: () => at(id),
    timesDone: async (container) => (await stored(container, id))[0]?.count ?? Number.NaN,
  };
}

export function upsertOf(id: string): Write {
  return {
    statement: "upsert",
    idempotent: true,
    prepare: nothing,
    params: () => ({ item: cart(id) }),
    timesDone: async (container) => (await stored(container, id)).length,
  };
}

export function replaceOf(id: string): Write {
  let etag: string | undefined;
  return {
    statement: "replace",
    idempotent: true,
    prepare: async (container) => {
      etag = (await container.items.create(cart(id))).resource?._etag;
    },
    params: () => ({ item: cart(id, { count: 1 }), ifMatch: etag }),
    timesDone: async (container) => (await stored(container, id))[0]?.count ?? Number.NaN,
  };
}

export function deleteOf(id: string): Write {
  return {
    statement: "delete",
    idempotent: true,
    prepare: (container) => container.items.create(cart(id)),
    params: () => at(id),
    timesDone: async (container) => 1 - (await stored(container, id)).length,
  };
}

/** Two items of one partition, both or none. */
export function pairOf(id: string): Write {
  const second = { ...cart(`${id}-2`), tenant: tenant(id) };
  return {
    statement: "createPair",
    idempotent: false,
    prepare: nothing,
    params: () => ({ partitionKey: tenant(id), first: cart(id), second }),
    timesDone: async (container) => {
      const [first, other] = [await stored(container, id), await stored(container, second.id, id)];
      return first.length === other.length ? first.length : Number.NaN;
    },
  };
}
