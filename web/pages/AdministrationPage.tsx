import { renderDocument } from '../components/Document.tsx';
import { SignedInPage, type SignedInPageProps } from '../components/SignedInPage.tsx';
import { accountMessages } from '../messages/accounts.ts';

const words = accountMessages('vi');

/** What is administered, one entry a page. */
const TASKS = [
  { href: '/quan-tri/nguoi-dung', name: words.administration.people, note: words.administration.peopleNote },
  { href: '/quan-tri/nhat-ky', name: words.administration.acts, note: words.administration.actsNote },
] as const;

/** `/quan-tri`: where administering begins. */
export function renderAdministrationPage(props: SignedInPageProps): string {
  return renderDocument(
    <SignedInPage
      page={props}
      title={words.administration.title}
      intro={words.administration.intro}
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
