import type { ActKind, ActParams } from '../../server/act/act.ts';
import { NUMBER_SETTINGS, type NumberSettingName } from '../../server/unit/dated-setting.ts';

const DAYS = { from: '2024-01-29', to: '2024-02-04' };

type Stem = (typeof NUMBER_SETTINGS)[NumberSettingName]['stem'];

const numberActs = Object.fromEntries(
  Object.values(NUMBER_SETTINGS).flatMap(({ stem }) => [
    [
      `${stem}-changed`,
      [
        { since: '2024-03-01', to: '50' },
        { since: '2024-03-01', from: '30', to: '50' },
      ],
    ],
    [`${stem}-withdrawn`, [{ since: '2024-03-01', withdrawn: '50', stays: '30' }]],
  ]),
) as Readonly<Record<`${Stem}-${'changed' | 'withdrawn'}`, readonly ActParams[]>>;

/** By kind of act: parameters that lead to every variant of its sentence in the log of acts. */
export const ACT_EXAMPLES: Readonly<Record<ActKind, readonly ActParams[]>> = {
  'first-administrator-created': [{ user: 'quan-ly' }],
  'user-added': [{ user: 'mot-cua', role: 'staff' }],
  'user-role-changed': [
    { user: 'mot-cua', from: 'leader', role: 'staff' },
    { user: 'mot-cua', from: 'staff', role: 'staff' },
  ],
  'user-disabled': [{ user: 'mot-cua' }],
  'user-enabled': [{ user: 'mot-cua' }],
  'user-signed-out-everywhere': [{ user: 'mot-cua' }],
  'password-link-made': [{ user: 'mot-cua' }],
  'password-link-opened': [
    { user: 'mot-cua', by: 'quan-ly', known: 1 },
    { user: 'mot-cua', by: 'quan-ly', known: 0 },
    { user: 'mot-cua', by: '', known: 0 },
  ],
  'password-set-by-link': [{ user: 'mot-cua' }],
  'password-changed': [{ user: 'mot-cua' }],
  'second-factor-on': [{ user: 'mot-cua' }],
  'second-factor-off': [{ user: 'mot-cua' }],
  'second-factor-reset': [{ user: 'mot-cua' }],
  'second-factor-demanded': [{ roles: '' }, { roles: 'leader administrator' }],
  'recovery-codes-renewed': [{ user: 'mot-cua' }],
  'phone-link-made': [{ user: 'chu-tich' }],
  'phone-remembered': [{ user: 'chu-tich' }],
  'phone-revoked': [{ user: 'chu-tich' }],
  'unit-renamed': [
    { from: 'UBND xã Đông Sơn', to: 'UBND phường Đông Sơn' },
    { from: '', to: 'UBND phường Đông Sơn' },
  ],
  'improvements-set': [{ text: 'Thêm 12 ghế ở chỗ chờ.' }],
  'improvements-removed': [{}],
  'target-confirmed': [{ document: 'Kế hoạch số 12/KH-UBND' }],
  'unit-official-code-changed': [
    { from: '', to: '000.00.01.H56' },
    { from: '000.00.01.H56', to: '' },
  ],
  'unit-phone-changed': [{ from: '', to: '1022' }],
  'unit-fact-changed': [{ fact: 'places', from: '', to: 'Trung tâm A\nTrung tâm B' }],
  'unit-receiver-changed': [{ from: 'Sở Nội vụ', to: 'UBND tỉnh' }],
  'counter-added': [{ counter: 'Quầy 1', code: 'k7mpx' }],
  'counter-renamed': [{ from: 'Quầy 1', to: 'Quầy Hộ tịch' }],
  'counter-field-changed': [
    { counter: 'Quầy 1', field: 'land' },
    { counter: 'Quầy 1', field: '' },
  ],
  'counter-moved': [{ counter: 'Quầy 1' }],
  'counter-closed': [
    { counter: 'Quầy 1', successor: 'Quầy 2' },
    { counter: 'Quầy 1', successor: '' },
  ],
  'counter-reopened': [{ counter: 'Quầy 1' }],
  'counter-merged': [{ counter: 'Quầy 1', into: 'Quầy 2' }],
  'opening-hours-set': [{ since: '2024-03-01' }],
  'opening-hours-withdrawn': [{ since: '2024-03-01' }],
  'sipas-set': [
    { year: 2023, percent: 84.6 },
    { period: '2024', percent: 84.6 },
  ],
  'dvcqg-766-set': [{ period: '2026-Q3', percent: 99.2 }],
  'dvcqg-766-removed': [{}],
  'sipas-removed': [{}],
  'official-start': [{ ...DAYS, erased: 23 }],
  'clock-confirmed': [{ day: '2024-02-05' }],
  'trial-extended': [{}, { until: '2024-03-01' }],
  'local-only-set': [{ state: 'on' }, { state: 'off' }],
  'api-key-created': [{ name: 'Phòng Nội vụ' }],
  'api-key-revoked': [{ name: 'Phòng Nội vụ' }],
  'comments-marked': [{ count: 3, state: 'handled', references: 'a1b2, c3d4, e5f6' }],
  'comment-retention-set': [{ months: 6, since: '2024-03-01' }],
  'comment-retention-withdrawn': [{ months: 6, since: '2024-03-01' }],
  ...numberActs,
  'survey-changed': [
    { since: '2024-03-01', survey: 'mot-cua-day-du/1' },
    { since: '2024-03-01', survey: 'mot-cua-day-du/1', counters: '“Quầy 1”' },
  ],
  'survey-withdrawn': [
    { since: '2024-03-01', survey: 'mot-cua-day-du/1' },
    { since: '2024-03-01', survey: 'mot-cua-day-du/1', counters: '“Quầy 1”' },
  ],
  'rule-changed': [
    { rule: 'burst', since: '2024-03-01', state: 'on', threshold: 3 },
    { rule: 'burst', since: '2024-03-01', state: 'off' },
  ],
  'rule-withdrawn': [{ rule: 'burst', since: '2024-03-01', state: 'on', threshold: 3 }],
  'transactions-entered': [{ ...DAYS, entries: 5 }],
  'transactions-corrected': [{ ...DAYS, entries: 2 }],
  'transactions-imported': [
    { ...DAYS, entries: 7, corrected: 0 },
    { ...DAYS, entries: 7, corrected: 2 },
  ],
  'transaction-files-refused': [{}],
  'slips-printed': [{ slips: 30, counter: 'Quầy 1', until: '2024-04-30' }],
  'supervisor-slips-printed': [{ slips: 30, until: '2024-04-30' }],
  'headline-figure-changed': [
    { since: '2024-03-01', to: 'single-use' },
    { since: '2024-03-01', to: 'all' },
  ],
  'suggestion-tick-changed': [
    { since: '2024-03-01', to: 'on' },
    { since: '2024-03-01', to: 'off' },
  ],
};
