import { Document, renderDocument } from '../components/Document.tsx';
import { apiPageVi as words } from '../messages/api-page.vi.ts';

interface Parameter {
  readonly name?: string;
  readonly required?: boolean;
  readonly description?: string;
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly security?: readonly unknown[];
  readonly parameters?: readonly Parameter[];
  readonly responses: Readonly<Record<string, { readonly description?: string; readonly content?: object }>>;
}

interface ApiPageProps {
  readonly assets: { readonly style: string; readonly script?: string };
  readonly document: {
    readonly info: { readonly description: string };
    readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
  };
}

/** `/api/v1/`: the OpenAPI document as a page for people. */
export function renderApiPage({ assets, document }: ApiPageProps): string {
  return renderDocument(
    <Document assets={assets} locale="vi" title={words.title} marker="api">
      <main>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <p>{markCode(words.key)}</p>
        <p lang="en">{markCode(document.info.description)}</p>
        <p>
          <a href="/api/v1/openapi.json">{words.document}</a>
        </p>
        {Object.entries(document.paths).map(([path, { get }]) => (
          <OperationSection key={path} path={path} operation={get} />
        ))}
      </main>
    </Document>,
  );
}

/** The OpenAPI document marks code with Markdown's backticks. */
const markCode = (text = '') =>
  text.split('`').map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part));

function OperationSection({ path, operation }: { readonly path: string; readonly operation: Operation }) {
  const { parameters = [], responses } = operation;
  const content = (responses['200']?.content ?? {}) as Record<string, { example?: unknown }>;
  const example = content['application/json']?.example;
  return (
    <section>
      <h2>
        <code>GET {path}</code>
      </h2>
      <p>{words.operations[operation.operationId]}</p>
      <p lang="en">{markCode(operation.summary)}</p>
      {operation.security?.length === 0 ? <p>{words.isPublic}</p> : null}
      {parameters.length === 0 ? null : (
        <>
          <h3>{words.parameters}</h3>
          <dl>
            {parameters.map(({ name, required, description }) => (
              <>
                <dt>
                  <code>{name}</code>
                  {required ? ` (${words.required})` : ''}
                </dt>
                <dd lang="en">{markCode(description)}</dd>
              </>
            ))}
          </dl>
        </>
      )}
      <h3>{words.answers}</h3>
      <dl>
        {Object.entries(responses).map(([status, { description }]) => (
          <>
            <dt>
              <code>{status}</code>
            </dt>
            <dd lang="en">{markCode(description)}</dd>
          </>
        ))}
      </dl>
      {example === undefined ? null : (
        <details>
          <summary>{words.example}</summary>
          <pre class="example" tabindex={0}>
            {JSON.stringify(example, null, 2)}
          </pre>
        </details>
      )}
    </section>
  );
}
