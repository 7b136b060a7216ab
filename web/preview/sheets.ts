/** The style sheets of `web/styles` that pages are sent with. */
export const SHEETS = [
  'page',
  'survey',
  'survey-preview',
  'staff',
  'leader',
  'accounts',
  'comments',
  'poster',
  'slips',
] as const;
export type SheetName = (typeof SHEETS)[number];

/** What is not of the office's forms, by the sheet that the server sends it with. */
export const OTHER_SHEETS: Readonly<Partial<Record<SheetName, readonly string[]>>> = {
  page: [
    'ClosedCounterPage',
    'ErrorPage',
    'FrontPage',
    'PrivacyPage',
    'SlipCounterPage',
    'SlipEndPage',
    'ThanksPage',
    'UnknownCounterPage',
    'CounterCodeForm',
  ],
  survey: ['SurveyPage', 'SurveyFields', 'LevelQuestion'],
  'survey-preview': ['SurveyPreviewPage'],
  leader: ['LeaderPage'],
  staff: [
    'ResultsPage',
    'WeekPage',
    'AlertList',
    'BesideFigure',
    'ChannelTable',
    'CounterTable',
    'CountingRules',
    'DetailNote',
    'LatestSeal',
    'SealNote',
    'LevelBars',
    'PendingNote',
    'PeriodWithoutSurvey',
    'ResponseRate',
    'SetAsideTable',
    'StaffNavigation',
    'ThreeNumbers',
    'VerdictSummary',
  ],
  comments: ['CommentsPage', 'CommentCard', 'CommentFilter'],
  poster: ['PostersPage'],
  slips: ['SlipSheetsPage', 'SlipsPage', 'SlipPaper'],
};

/** The sheet of a page or a component; that of the office's forms unless it is among the others. */
export const sheetOf = (name: string): SheetName =>
  SHEETS.find((sheet) => OTHER_SHEETS[sheet]?.includes(name)) ?? 'accounts';
