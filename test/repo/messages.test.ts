import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { accessVi } from '../../web/messages/access.vi.ts';
import { accountsVi } from '../../web/messages/accounts.vi.ts';
import { administrationVi } from '../../web/messages/administration.vi.ts';
import { alertsVi } from '../../web/messages/alerts.vi.ts';
import { apiKeysVi } from '../../web/messages/api-keys.vi.ts';
import { apiPageVi } from '../../web/messages/api-page.vi.ts';
import { backupVi } from '../../web/messages/backup.vi.ts';
import { citizenEn } from '../../web/messages/citizen.en.ts';
import { citizenVi } from '../../web/messages/citizen.vi.ts';
import { clockVi } from '../../web/messages/clock.vi.ts';
import { commandsVi } from '../../web/messages/commands.vi.ts';
import { confirmVi } from '../../web/messages/confirm.vi.ts';
import { consoleVi } from '../../web/messages/console.vi.ts';
import { doctorVi } from '../../web/messages/doctor.vi.ts';
import { draftReportVi } from '../../web/messages/draft-report.vi.ts';
import { feedbackVi } from '../../web/messages/feedback.vi.ts';
import { figuresEn } from '../../web/messages/figures.en.ts';
import { figuresVi } from '../../web/messages/figures.vi.ts';
import { filesVi } from '../../web/messages/files.vi.ts';
import { headlineEn } from '../../web/messages/headline.en.ts';
import { headlineVi } from '../../web/messages/headline.vi.ts';
import { leaderVi } from '../../web/messages/leader.vi.ts';
import { pullVi } from '../../web/messages/pull.vi.ts';
import { sealCheckVi } from '../../web/messages/seal-check.vi.ts';
import { sealsVi } from '../../web/messages/seals.vi.ts';
import { secondFactorVi } from '../../web/messages/second-factor.vi.ts';
import { settingsVi } from '../../web/messages/settings.vi.ts';
import { setupVi } from '../../web/messages/setup.vi.ts';
import { slipsVi } from '../../web/messages/slips.vi.ts';
import { staffVi } from '../../web/messages/staff.vi.ts';
import { surveyChoiceVi } from '../../web/messages/survey-choice.vi.ts';
import { surveyFaultsVi } from '../../web/messages/survey-faults.vi.ts';
import { transactionFileVi } from '../../web/messages/transaction-file.vi.ts';
import { transactionsVi } from '../../web/messages/transactions.vi.ts';
import { startVi, trialVi } from '../../web/messages/trial.vi.ts';
import { trustVi } from '../../web/messages/trust.vi.ts';
import { unitSettingsVi } from '../../web/messages/unit-settings.vi.ts';
import { weeksVi } from '../../web/messages/weeks.vi.ts';
import { parseSource, readSources, type SourceFile, type SyntaxNode, walk } from './source-files.ts';

type Sentence = string | ((...values: never[]) => unknown);

/** Sentences by path, `survey.send`; list items count from 0. */
function listSentences(catalogue: object, prefix = ''): Map<string, Sentence> {
  const sentences = new Map<string, Sentence>();
  for (const [key, value] of Object.entries(catalogue)) {
    const path = `${prefix}${key}`;
    if (typeof value === 'object' && value !== null) {
      for (const [inner, sentence] of listSentences(value, `${path}.`)) sentences.set(inner, sentence);
    } else sentences.set(path, value);
  }
  return sentences;
}

/** Text of a sentence; for a function, its source, which contains the text. */
const wordsOf = (sentence: Sentence): string => (typeof sentence === 'string' ? sentence : String(sentence));

/** Citizens' pages are bilingual; the office's pages are only in Vietnamese. */
const catalogues = [
  { name: 'figures', vi: listSentences(figuresVi), en: listSentences(figuresEn) },
  { name: 'headline', vi: listSentences(headlineVi), en: listSentences(headlineEn) },
  { name: 'citizen', vi: listSentences(citizenVi), en: listSentences(citizenEn) },
];
const all = [
  ...catalogues.flatMap(({ name, vi, en }) => [
    { name: `${name}.vi`, sentences: vi },
    { name: `${name}.en`, sentences: en },
  ]),
  { name: 'access.vi', sentences: listSentences(accessVi) },
  { name: 'accounts.vi', sentences: listSentences(accountsVi) },
  { name: 'confirm.vi', sentences: listSentences(confirmVi) },
  { name: 'feedback.vi', sentences: listSentences(feedbackVi) },
  { name: 'administration.vi', sentences: listSentences(administrationVi) },
  { name: 'commands.vi', sentences: listSentences(commandsVi) },
  { name: 'setup.vi', sentences: listSentences(setupVi) },
  { name: 'unit-settings.vi', sentences: listSentences(unitSettingsVi) },
  { name: 'api-page.vi', sentences: listSentences(apiPageVi) },
  { name: 'pull.vi', sentences: listSentences(pullVi) },
  { name: 'api-keys.vi', sentences: listSentences(apiKeysVi) },
  { name: 'survey-choice.vi', sentences: listSentences(surveyChoiceVi) },
  { name: 'survey-faults.vi', sentences: listSentences(surveyFaultsVi) },
  { name: 'leader.vi', sentences: listSentences(leaderVi) },
  { name: 'weeks.vi', sentences: listSentences(weeksVi) },
  { name: 'second-factor.vi', sentences: listSentences(secondFactorVi) },
  { name: 'settings.vi', sentences: listSentences(settingsVi) },
  { name: 'alerts.vi', sentences: listSentences(alertsVi) },
  { name: 'seals.vi', sentences: listSentences(sealsVi) },
  { name: 'staff.vi', sentences: listSentences(staffVi) },
  { name: 'transaction-file.vi', sentences: listSentences(transactionFileVi) },
  { name: 'transactions.vi', sentences: listSentences(transactionsVi) },
  { name: 'trial.vi', sentences: listSentences({ ...trialVi, ...startVi }) },
  { name: 'trust.vi', sentences: listSentences(trustVi) },
  { name: 'slips.vi', sentences: listSentences(slipsVi) },
  { name: 'console.vi', sentences: listSentences(consoleVi) },
  { name: 'backup.vi', sentences: listSentences(backupVi) },
  { name: 'clock.vi', sentences: listSentences(clockVi) },
  { name: 'doctor.vi', sentences: listSentences(doctorVi) },
  { name: 'seal-check.vi', sentences: listSentences(sealCheckVi) },
  { name: 'files.vi', sentences: listSentences(filesVi) },
  { name: 'draft-report.vi', sentences: listSentences(draftReportVi) },
];

/** Imported parts of the catalogues above, tested as parts of them. */
const PARTS = [
  'acts.vi',
  'posters.vi',
  'roles.vi',
  ...['public-alerts', 'public-events', 'public-results', 'public-rules'].flatMap((part) => [
    `${part}.vi`,
    `${part}.en`,
  ]),
];

describe.each(catalogues)('the $name catalogue', ({ vi, en }) => {
  test('says the same things in Vietnamese and in English', () => {
    expect([...en.keys()].sort()).toEqual([...vi.keys()].sort());
    expect(vi.size).toBeGreaterThan(3);
  });

  test('fills the same number of values into each sentence', () => {
    const parameters = (sentences: ReadonlyMap<string, Sentence>) =>
      Object.fromEntries(
        [...sentences].map(([path, sentence]) => [path, typeof sentence === 'string' ? 0 : sentence.length]),
      );
    expect(parameters(en)).toEqual(parameters(vi));
  });
});

describe.each(all)('$name', ({ sentences }) => {
  test('has no empty sentence', () => {
    expect([...sentences].filter(([, sentence]) => wordsOf(sentence).trim() === '')).toEqual([]);
  });

  test('is NFC, so that search finds it', () => {
    const faulty = [...sentences].filter(
      ([, sentence]) => wordsOf(sentence) !== wordsOf(sentence).normalize('NFC'),
    );
    expect(faulty).toEqual([]);
  });

  test('has no emoji, which old phones show as boxes', () => {
    const emoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F/u;
    expect([...sentences].filter(([, sentence]) => emoji.test(wordsOf(sentence)))).toEqual([]);
  });

  test('has no two spaces in a row', () => {
    const faulty = [...sentences].filter(
      ([, sentence]) => typeof sentence === 'string' && sentence.includes('  '),
    );
    expect(faulty).toEqual([]);
  });
});

test.each(catalogues)('the English of $name has no Vietnamese words', ({ en }) => {
  // Names are not translated: the product, the other language, the watermark of a trial poster.
  const names = /Hài Lòng|Tiếng Việt|CHẠY THỬ/g;
  const faulty = [...en].filter(([, sentence]) =>
    /(?=\P{ASCII})\p{L}/u.test(wordsOf(sentence).replace(names, '')),
  );
  expect(faulty.map(([path]) => path)).toEqual([]);
});

interface Reads {
  readonly names: ReadonlySet<string>;
  readonly tables: ReadonlySet<string>;
}

/** Paths that code reads by name, `page.title`, or by a computed key, `words.faults[code]`. */
function listReads(sources: readonly SourceFile[]): Reads {
  const names = new Set<string>();
  const tables = new Set<string>();
  const bare = (node: SyntaxNode): SyntaxNode =>
    /^(TSAsExpression|TSNonNullExpression|TSSatisfiesExpression|ParenthesizedExpression)$/.test(node.type)
      ? bare(node.expression as SyntaxNode)
      : node;
  const nameOf = (node: SyntaxNode): string => String(node.name ?? node.value ?? '');
  for (const source of sources) {
    for (const node of walk(parseSource(source).program)) {
      if (node.type === 'MemberExpression') {
        const property = node.property as SyntaxNode;
        if (!node.computed || property.type === 'Literal') names.add(nameOf(property));
        else {
          const object = bare(node.object as SyntaxNode);
          tables.add(nameOf(object.type === 'MemberExpression' ? (object.property as SyntaxNode) : object));
        }
      } else if (node.type === 'ObjectPattern') {
        for (const property of node.properties as SyntaxNode[]) {
          if (property.type === 'Property') names.add(nameOf(property.key as SyntaxNode));
        }
      }
    }
  }
  return { names, tables };
}

/** Sentences that no code reads. */
function findUnused(sentences: ReadonlyMap<string, Sentence>, { names, tables }: Reads): string[] {
  return [...sentences.keys()].filter((path) => {
    const keys = path.split('.');
    const isRead = keys.every(
      (key, index) => names.has(key) || keys.slice(0, index).some((parent) => tables.has(parent)),
    );
    return !isRead;
  });
}

describe('the use of sentences', () => {
  const reads = listReads(
    readSources(['web', 'server']).filter(({ path }) => !path.startsWith('web/messages/')),
  );

  test.each(all)('$name has no unused sentence', ({ sentences }) => {
    expect(findUnused(sentences, reads)).toEqual([]);
  });

  test('is found by name, by key and in a pattern, and reported where there is none', () => {
    const sentences = listSentences({
      page: { title: 'a', old: 'b' },
      faults: { 'too-long': 'c' },
      send: 'd',
    });
    const text = 'const { send } = words; show(words.page.title, words.faults[code] ?? send);';
    expect(findUnused(sentences, listReads([{ path: 'web/a.ts', text }]))).toEqual(['page.old']);
    expect(findUnused(sentences, listReads([{ path: 'web/a.ts', text: 'show(words.page);' }]))).toHaveLength(
      4,
    );
  });

  test('every catalogue is tested here', () => {
    const files = readdirSync('web/messages').filter((name) => /\.(vi|en)\.ts$/.test(name));
    const named = [...all.map(({ name }) => name), ...PARTS];
    expect(files.sort()).toEqual(named.map((name) => `${name}.ts`).sort());
    for (const file of files) {
      const text = readFileSync(`web/messages/${file}`, 'utf8');
      expect(text, file).toBe(text.normalize('NFC'));
    }
  });
});

/** Words that the office does not use in this sense, each with better ones. */
const BETTER: readonly (readonly [word: RegExp, better: string])[] = [
  // But "xin" is right in what citizens send, call or say themselves.
  [/(?<!\p{L}|phải )xin (?!cảm ơn|gửi|gọi|lỗi)/iu, 'Vui lòng'],
  [/Trang này để/u, 'what is on the page'],
  [/tờ dán/iu, 'bảng mã QR tại quầy'],
  [/tờ phiếu|(?<!mỗi )phiếu một lần/iu, 'phiếu phát tay'],
  [/(?<!\p{L})ấy(?!\p{L})/u, 'đó'],
  [/để riêng/iu, 'không tính'],
  [/niêm phong|dấu (?:ngắn|đầy đủ|mới nhất|đã băm|SHA)/iu, 'mã đối chiếu, khóa số liệu'],
  [/(?:số|\}) người(?! (?:dân|dùng|quản))/iu, 'phiếu, lượt'],
  [/con số/iu, 'kết quả, số liệu, tỷ lệ'],
  [/chúng tôi/iu, 'đơn vị'],
  [/quyền riêng tư/iu, 'bảo vệ thông tin cá nhân'],
  [/nửa năm/iu, '6 tháng'],
  [/(?<!tại quầy hoặc |Tôi làm )qua mạng/iu, 'trực tuyến'],
  [/(?<!\p{L})huyện/iu, 'tỉnh'],
  [/(?<!\p{L}|UBND )xã(?! hội|, phường)(?!\p{L})/iu, 'the unit’s own word'],
  [/Fisher|Holm|Wilson/u, 'độ tin cậy'],
];

/** Exceptions: sentences in which such a word is right. */
const RIGHT_HERE: Readonly<Record<string, readonly RegExp[]>> = {
  // The setting for the unit's own word, and its example.
  'web/messages/unit-settings.vi.ts': [/ví dụ: xã/u, /'xã', 'phường', 'đặc khu'/u],
  // In the collapsed section "Cách tính".
  'web/messages/alerts.vi.ts': [/phép thử chính xác Fisher/u],
};

const findOldWords = (path: string, text: string): string[] => {
  const said = (RIGHT_HERE[path] ?? []).reduce((rest, right) => rest.replace(right, ''), text);
  return BETTER.flatMap(([word, better]) => {
    const found = word.exec(said);
    return found === null ? [] : [`${path}: "${found[0].trim()}" → ${better}`];
  });
};

describe('the words of the office', () => {
  /** The newest version of each survey; earlier ones must keep the words that people answered. */
  const surveys = readdirSync('surveys', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `surveys/${name}/${readdirSync(`surveys/${name}`).sort().at(-1)}`);
  const messages = readdirSync('web/messages')
    .filter((name) => name.endsWith('.vi.ts'))
    .map((name) => `web/messages/${name}`);

  const guides = readdirSync('docs/huong-dan').map((name) => `docs/huong-dan/${name}`);

  test.each([...messages, ...surveys, 'surveys/common.json', ...guides, 'README.vi.md'])(
    '%s has no old ones',
    (path) => {
      expect(findOldWords(path, readFileSync(path, 'utf8'))).toEqual([]);
    },
  );

  test.each([
    ['Vui lòng chọn quầy. Xin cảm ơn Ông/Bà! Khiếu nại xin gửi đơn.', 0],
    ['Muốn đổi, xin rút lại. Trước ngày ấy còn rút lại được.', 2],
    ['`Trong $' + '{count(total)} người chưa hài lòng`', 1],
    ['Tại quầy hoặc qua mạng', 0],
    ['Hồ sơ nộp qua mạng, lĩnh vực văn hóa – xã hội của xã', 2],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 0],
  ])('%s: %i found', (text, count) => {
    expect(findOldWords('sample', text)).toHaveLength(count);
  });
});
