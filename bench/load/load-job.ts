/** Load from a group of connections against this machine, for a limited time. */
export interface LoadJob {
  readonly name: string;
  readonly port: number;
  readonly connections: number;
  /** Duration in seconds; requests in flight at the end are awaited. */
  readonly seconds: number;
  /** Total requests a second, at random moments; null: closed loop, each connection sends the next request after its response. */
  readonly rate: number | null;
  readonly plan: LoadPlan;
  /** The server's process id, to measure its processor time; null: not measured. */
  readonly serverPid: number | null;
}

/** What a connection requests, in a loop. */
export type LoadPlan =
  /** Requests one path repeatedly. */
  | { readonly kind: 'get'; readonly path: string; readonly headers: Readonly<Record<string, string>> }
  /** Requests the survey page, then submits a ballot with the token of that page. */
  | { readonly kind: 'visit'; readonly form: BallotForm }
  /** Submits only ballots, with `tokens` tokens collected before the measurement; ends when the tokens are used up. */
  | { readonly kind: 'ballot'; readonly form: BallotForm; readonly tokens: number };

/** Paths and fields from which valid ballots are made. */
export interface BallotForm {
  /** Addresses of surveys, `/k/k7mpx`, used round-robin. */
  readonly paths: readonly string[];
  /** Survey as `id/version`. */
  readonly survey: string;
  /** Ids of the questions other than `overall`. */
  readonly items: readonly string[];
}

export interface LoadResult {
  readonly name: string;
  /** Completed requests; for a visit plan, completed visits. */
  readonly done: number;
  readonly seconds: number;
  readonly errors: number;
  /** Message of the first error. */
  readonly firstError: string | null;
  /** Latency in milliseconds; with a rate, measured from the scheduled moment of the request. */
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  /** Processor time of the server, milliseconds; null if unknown. */
  readonly processorMs: number | null;
  /** Bytes of the last response, headers included. */
  readonly wireBytes: number;
}
