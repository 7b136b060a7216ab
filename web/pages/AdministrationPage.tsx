import { renderDocument } from '../components/Document.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { accountsVi } from '../messages/accounts.vi.ts';
import { apiKeysVi } from '../messages/api-keys.vi.ts';
import { feedbackVi } from '../messages/feedback.vi.ts';
import { sipasVi } from '../messages/sipas.vi.ts';
import { surveyChoiceVi } from '../messages/survey-choice.vi.ts';
import { targetsVi } from '../messages/targets.vi.ts';
import { unitSettingsVi } from '../messages/unit-settings.vi.ts';

const accounts = accountsVi.administration;
const settings = unitSettingsVi.tasks;
const surveys = surveyChoiceVi;
const targets = targetsVi;
const sipas = sipasVi;
const feedback = feedbackVi.administration;
const keys = apiKeysVi;

/** What is administered, one entry a page: the office, its people, its survey, the figure, what leaves the house. */
const TASKS = [
  { href: '/quan-tri/don-vi', name: settings.unit, note: settings.unitNote },
  { href: '/quan-tri/quay', name: settings.counters, note: settings.countersNote },
  { href: '/quan-tri/gio-mo-cua', name: settings.hours, note: settings.hoursNote },
  { href: '/quan-tri/nguoi-dung', name: accounts.people, note: accounts.peopleNote },
  { href: '/quan-tri/phieu', name: surveys.title, note: surveys.task },
  { href: '/quan-tri/muc-tieu', name: targets.title, note: targets.task },
  { href: '/quan-tri/sipas', name: sipas.title, note: sipas.task },
  { href: '/quan-tri/quy-tac', name: accounts.rules, note: accounts.rulesNote },
  { href: '/quan-tri/luu-giu', name: feedback.retention, note: feedback.retentionNote },
  { href: '/quan-tri/khoa-api', name: keys.title, note: keys.task },
  { href: '/quan-tri/nhat-ky', name: accounts.acts, note: accounts.actsNote },
] as const;

/** `/quan-tri`: where administering begins. */
export function renderAdministrationPage(props: SignedInPageProps): string {
  return renderDocument(
    <SignedInPage
      page={props}
      title={accounts.title}
      intro={accounts.intro}
      marker="administration"
      current="administration"
    >
      <dl class="tasks">
        {TASKS.map(({ href, name, note }) => (
          <div key={href}>
            <dt>
              <a class="button" href={href}>
                {name}
              </a>
            </dt>
            <dd>{note}</dd>
          </div>
        ))}
      </dl>
    </SignedInPage>,
  );
}
