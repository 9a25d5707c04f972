import type postgres from "postgres";

/**
 * The client for drizzle, which by itself never has a statement prepared: each would be sent in two turns and planned
 * anew, row-level security included. Prepared, a connection plans it once and sends it in one turn.
 */
export function preparing<Client extends postgres.Sql | postgres.TransactionSql>(client: Client): Client {
  return new Proxy(client, {
    get(target, name, receiver) {
      if (name === "unsafe") return (text: string, values?: Parameters<Client["unsafe"]>[1], options?: postgres.UnsafeQueryOptions) => target.unsafe(text, values, { ...options, prepare: true });
      if (name === "begin" && "begin" in target) return (act: (transaction: postgres.TransactionSql) => unknown) => target.begin((transaction) => act(preparing(transaction)));
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
}
