/** Requests from a group of connections to a server on this machine, for a limited time. */
export interface LoadJob {
  readonly name: string;
  readonly port: number;
  readonly connections: number;
  /** Duration of the load in seconds; requests that are under way at its end are still awaited. */
  readonly seconds: number;
  /**
   * Requests a second of all connections together, at random moments. Null: each connection sends its next
   * request as soon as the response is there.
   */
  readonly rate: number | null;
  readonly plan: LoadPlan;
  /** The server's process id, to measure its processor time; null: not measured. */
  readonly serverPid: number | null;
}

/** What each connection does in a loop. */
export type LoadPlan =
  | { readonly kind: 'get'; readonly path: string; readonly headers: Readonly<Record<string, string>> }
  /** Requests the survey page, then submits a ballot with the form token in that page. */
  | { readonly kind: 'visit'; readonly form: BallotForm }
  /**
   * Only submits ballots. The `tokens` form tokens are collected before the measurement, which ends when none is left.
   */
  | { readonly kind: 'ballot'; readonly form: BallotForm; readonly tokens: number };

/** Paths and fields of valid ballots. */
export interface BallotForm {
  /** URL paths of surveys, such as `/k/k7mpx`, used in turn. */
  readonly paths: readonly string[];
  /** `ID/VERSION` of the survey. */
  readonly survey: string;
  /** Ids of all questions but `overall`. */
  readonly items: readonly string[];
}

export interface LoadResult {
  readonly name: string;
  /** Completed requests; with the plan `visit` completed visits. */
  readonly done: number;
  readonly seconds: number;
  readonly errors: number;
  readonly firstError: string | null;
  /** Milliseconds. With a rate, latency counts from the moment at which the request was due. */
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  /** Processor time that the server used, in milliseconds; null if unknown. */
  readonly processorMs: number | null;
  /** Size of the last response in bytes, headers included. */
  readonly wireBytes: number;
}
