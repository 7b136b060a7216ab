import { renderDocument } from '../components/Document.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { accountsVi } from '../messages/accounts.vi.ts';
import { apiKeysVi as keys } from '../messages/api-keys.vi.ts';
import { settingsVi } from '../messages/settings.vi.ts';
import { surveyChoiceVi as surveys } from '../messages/survey-choice.vi.ts';
import { unitSettingsVi } from '../messages/unit-settings.vi.ts';

const accounts = accountsVi.administration;
const settings = unitSettingsVi.tasks;

/** A page of the common settings form. */
const settingTask = (href: keyof typeof settingsVi.pages) => ({
  href,
  name: settingsVi.pages[href].title,
  note: settingsVi.pages[href].task,
});

/** One entry a page, grouped: office, people, survey, figures, exports. */
const TASKS = [
  { href: '/quan-tri/don-vi', name: settings.unit, note: settings.unitNote },
  { href: '/quan-tri/quay', name: settings.counters, note: settings.countersNote },
  { href: '/quan-tri/gio-mo-cua', name: settings.hours, note: settings.hoursNote },
  { href: '/quan-tri/nguoi-dung', name: accounts.people, note: accounts.peopleNote },
  { href: '/quan-tri/phieu', name: surveys.title, note: surveys.task },
  settingTask('/quan-tri/muc-tieu'),
  settingTask('/quan-tri/sipas'),
  { href: '/quan-tri/quy-tac', name: accounts.rules, note: accounts.rulesNote },
  settingTask('/quan-tri/luu-giu'),
  { href: '/quan-tri/khoa-api', name: keys.title, note: keys.task },
  { href: '/quan-tri/nhat-ky', name: accounts.acts, note: accounts.actsNote },
] as const;

/** `/quan-tri`: the start page of administration. */
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
