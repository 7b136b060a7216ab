/** A state of a page or component; the name says what is special about it. */
export interface Example<Props> {
  readonly name: string;
  readonly props: Props;
}

/** Examples of a component: `Examples<typeof FixFirst>`. */
export type Examples<Component extends (props: never) => unknown> = readonly Example<
  Parameters<Component>[0]
>[];

/** Examples of a page, whose style and script come from the build: `PageExamples<typeof renderUnitPage>`. */
export type PageExamples<Render extends (props: never) => string> = readonly Example<
  Omit<Parameters<Render>[0], 'assets'>
>[];
