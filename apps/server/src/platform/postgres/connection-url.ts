export type Connection = {
  readonly host: string;
  readonly port: number;
  readonly name: string;
  readonly password: string;
  readonly database: string;
};

/** The socket's folder stands in the query, as libpq and pg read it: a path does not fit the host part of an address. */
export function connectionUrl({ host, port, name, password, database }: Connection): string {
  const credentials = `${encodeURIComponent(name)}:${encodeURIComponent(password)}`;
  const target = `localhost:${port}/${encodeURIComponent(database)}`;
  return `postgresql://${credentials}@${target}${host.startsWith('/') ? `?host=${encodeURIComponent(host)}` : ''}`;
}
