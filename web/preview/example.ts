/** Properties of a page or component in one state; `name` says what is special about the state. */
export interface Example<Props> {
  readonly name: string;
  readonly props: Props;
}

/** For a component: `Examples<typeof FixFirst>`. */
export type Examples<Component extends (props: never) => unknown> = readonly Example<
  Parameters<Component>[0]
>[];

/** For a page, without its style and script: `PageExamples<typeof renderUnitPage>`. */
export type PageExamples<Render extends (props: never) => string> = readonly Example<
  Omit<Parameters<Render>[0], 'assets'>
>[];
