/** What one group of connections does. Everything goes to this machine, and everything ends. */
export interface LoadJob {
  readonly name: string;
  readonly port: number;
  readonly connections: number;
  /** How long, in seconds; what is under way then is waited for. */
  readonly seconds: number;
  /** Requests a second in all, at moments left to chance; null: each connection sends the next as soon as it has its answer. */
  readonly rate: number | null;
  readonly plan: LoadPlan;
  /** The server's process, whose processor time is read at both ends; null: it is not asked for. */
  readonly serverPid: number | null;
}

/** What a connection requests, in a loop. */
export type LoadPlan =
  /** The same address each time. */
  | { readonly kind: 'get'; readonly path: string; readonly headers: Readonly<Record<string, string>> }
  /** The survey, then a ballot with the token that is in it: one visit. */
  | { readonly kind: 'visit'; readonly form: BallotForm }
  /** Ballots alone, with so many tokens that were collected before the time began; it ends with them. */
  | { readonly kind: 'ballot'; readonly form: BallotForm; readonly tokens: number };

/** Where ballots go and what they are made of. */
export interface BallotForm {
  /** Addresses of surveys, `/k/k7mpx`, taken in turn. */
  readonly paths: readonly string[];
  /** `id/version`. */
  readonly survey: string;
  /** Questions beside `overall`. */
  readonly items: readonly string[];
}

/** What came of a job. */
export interface LoadResult {
  readonly name: string;
  /** Finished requests; of a visit plan, finished visits. */
  readonly done: number;
  readonly seconds: number;
  readonly errors: number;
  /** The first error in words. */
  readonly firstError: string | null;
  /** Milliseconds; with a rate, from the moment at which the request was due. */
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  /** Processor time of the server, milliseconds; null where it is not known. */
  readonly processorMs: number | null;
  /** Bytes of the last answer, headers included. */
  readonly wireBytes: number;
}
