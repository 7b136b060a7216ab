export const SHEETS = [
  'page',
  'thanks',
  'api',
  'survey',
  'survey-preview',
  'results',
  'leader',
  'accounts',
  'transactions',
  'comments',
  'poster',
  'slips',
] as const;
export type SheetName = (typeof SHEETS)[number];

/** Which pages and components use which style sheet; all others use the default. */
export const OTHER_SHEETS: Readonly<Partial<Record<SheetName, readonly string[]>>> = {
  page: [
    'ClosedCounterPage',
    'ErrorPage',
    'FrontPage',
    'PrivacyPage',
    'SlipCounterPage',
    'SlipEndPage',
    'UnknownCounterPage',
    'CounterCodeForm',
  ],
  thanks: ['ThanksPage'],
  api: ['ApiPage'],
  survey: ['SurveyPage', 'SurveyFields'],
  'survey-preview': ['SurveyPreviewPage'],
  leader: ['LeaderPage'],
  results: [
    'ResultsPage',
    'WeekPage',
    'AlertList',
    'SlipFigure',
    'CounterTable',
    'CountingRules',
    'Headline',
    'TrendCard',
    'TrendChart',
    'WhereAndWhat',
    'LatestSeal',
    'SealNote',
    'LevelBars',
    'PeriodWithoutSurvey',
  ],
  transactions: [
    'TransactionReadPage',
    'TransactionRefusedPage',
    'TransactionResultPage',
    'TransactionSavedPage',
    'TransactionsPage',
  ],
  comments: ['CommentsPage'],
  poster: ['PostersPage'],
  slips: ['SlipSheetsPage', 'SlipsPage'],
};

/** The default is the style sheet of the office's forms. */
export const sheetOf = (name: string): SheetName =>
  SHEETS.find((sheet) => OTHER_SHEETS[sheet]?.includes(name)) ?? 'accounts';
