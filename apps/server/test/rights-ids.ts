/** Everything an address can name, by the name of its parameter or by our own where two things share one. */
export type Ids = Readonly<Record<string, string>>;
