import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseConfig } from '../../server/config.ts';
import { openApiDocument } from '../../server/reporting/openapi.v1.ts';
import { PERMISSIONS } from '../../server/staff/permissions.ts';
import { copiesOf, parseDockerfile, textsOf } from './dockerfile.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const readYaml = (path: string): unknown => parse(read(path), { strict: true });

const { version } = z.object({ version: z.string() }).parse(JSON.parse(read('package.json')));

describe('the version', () => {
  test('is dated in the changelog, below Unreleased', () => {
    const headings = [...read('CHANGELOG.md').matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings[0]).toBe('Unreleased');
    expect(headings[1]).toMatch(new RegExp(`^${version.replaceAll('.', '\\.')} \\(\\d{4}-\\d\\d-\\d\\d\\)$`));
  });

  test('is the one that gets fixes', () => {
    expect(read('SECURITY.md')).toMatch(
      new RegExp(`^\\| ${version.replace(/\.\d+$/, '')} \\| yes \\|$`, 'm'),
    );
  });
});

describe('the addresses in CONTRIBUTING.md', () => {
  const rows = [...read('CONTRIBUTING.md').matchAll(/^\| `(\/[^`]*)` \| `([^`]+)` \| `([^`]+)` \|$/gm)];
  const routes = new Set(PERMISSIONS.map(({ path }) => path));

  test.each(rows.map(([, address = '', routesFile = '', page = '']) => ({ address, routesFile, page })))(
    '$address is served by $routesFile with $page',
    ({ address, routesFile, page }) => {
      expect(routes).toContain(address);
      expect(read(routesFile).includes(basename(page)), 'update the row in CONTRIBUTING.md').toBe(true);
    },
  );

  test('lead to every part of the product', () => {
    const parts = ['/k', '/p', '/ket-qua', '/lanh-dao', '/can-bo', '/quan-tri', '/dang-nhap', '/api'];
    const missing = parts.filter((part) => !rows.some(([, address]) => address?.startsWith(part)));
    expect(missing).toEqual([]);
  });
});

describe('compose.yaml', () => {
  const service = z.looseObject({
    build: z.string().optional(),
    image: z.string(),
    restart: z.string(),
    command: z.array(z.string()).optional(),
    environment: z.record(z.string(), z.string()).default({}),
    volumes: z.array(z.string()),
    ports: z.array(z.string()).default([]),
    profiles: z.array(z.string()).optional(),
    depends_on: z.record(z.string(), z.looseObject({ condition: z.string() })).default({}),
  });
  const compose = z
    .strictObject({ services: z.record(z.string(), service), volumes: z.record(z.string(), z.null()) })
    .parse(readYaml('compose.yaml'));
  const { 'hai-long': server, proxy, postgres } = compose.services;

  test('has the server, a proxy, and PostgreSQL only in its profile', () => {
    expect(Object.keys(compose.services)).toEqual(['hai-long', 'proxy', 'postgres']);
    expect(server?.profiles ?? proxy?.profiles).toBeUndefined();
    expect(postgres?.profiles).toEqual(['postgres']);
    for (const { restart } of Object.values(compose.services)) expect(restart).toBe('unless-stopped');
  });

  test('keeps what must survive in named volumes, the data where the image has them', () => {
    const mounts = Object.values(compose.services).flatMap(({ volumes }) => volumes);
    const names = mounts.map((mount) => mount.slice(0, mount.indexOf(':')));
    expect(names.sort()).toEqual(Object.keys(compose.volumes).sort());
    const runtime = parseDockerfile(read('Dockerfile')).at(-1);
    const [folder] = runtime ? textsOf(runtime, 'VOLUME') : [];
    expect(server?.volumes).toEqual([`data:${folder}`]);
    expect(runtime && copiesOf(runtime).length).toBeGreaterThan(0);
  });

  test('gives the server settings that it has, demands PUBLIC_URL, and counts its one proxy', () => {
    const environment = server?.environment ?? {};
    const filled = Object.entries(environment).map(([name, value]) => [
      name,
      value.replace(/\$\{\w+:-\}/, '').replace(/\$\{\w+:\?[^}]+\}/, 'https://khaosat.example.gov.vn'),
    ]);
    const config = parseConfig(Object.fromEntries(filled));
    expect(config.trustedProxies).toBe(1);
    expect(config.publicUrl).toBe('https://khaosat.example.gov.vn');
    expect(environment.PUBLIC_URL).toMatch(/^\$\{PUBLIC_URL:\?/);
    expect(Object.keys(environment).filter((name) => !read('.env.example').includes(`#${name}=`))).toEqual(
      [],
    );
    expect(server?.ports).toEqual([]);
  });

  test('has a proxy that serves the public name, forwards to the port of the server, and logs no visits', () => {
    const { port } = parseConfig({});
    const command = new RegExp(`^caddy reverse-proxy --from \\$\\{PUBLIC_URL\\} --to hai-long:${port}$`);
    expect(proxy?.command?.join(' ')).toMatch(command);
    expect(proxy?.ports).toEqual(['80:80', '443:443']);
    expect(proxy?.depends_on['hai-long']?.condition).toBe('service_healthy');
  });

  test('has no password of its own', () => {
    expect(postgres?.environment.POSTGRES_PASSWORD).toMatch(/^\$\{POSTGRES_PASSWORD:-\}$/);
  });
});

describe('the workflow', () => {
  test('runs .ci/run on pull requests and on main', () => {
    const workflow = z
      .looseObject({
        on: z.looseObject({ push: z.object({ branches: z.array(z.string()) }), pull_request: z.null() }),
        jobs: z.record(
          z.string(),
          z.looseObject({ steps: z.array(z.looseObject({ run: z.string().optional() })) }),
        ),
      })
      .parse(readYaml('.github/workflows/ci.yml'));
    expect(workflow.on.push.branches).toEqual(['main']);
    const commands = Object.values(workflow.jobs).flatMap(({ steps }) =>
      steps.flatMap(({ run }) => run ?? []),
    );
    expect(commands).toEqual(['.ci/run']);
    expect(statSync('.ci/run').mode & 0o111).not.toBe(0);
  });
});

describe('forms for issues and changes', () => {
  const templates = readdirSync('.github/ISSUE_TEMPLATE').filter((name) => name.endsWith('.md'));

  test.each(templates)('%s has a name and says what it is for', (name) => {
    const [, head = ''] = /^---\n([\s\S]*?)\n---\n/.exec(read(`.github/ISSUE_TEMPLATE/${name}`)) ?? [];
    expect(parse(head)).toEqual({ name: expect.any(String), about: expect.any(String) });
  });
});

describe('.nvmrc', () => {
  test('names the Node of the image', () => {
    const base = parseDockerfile(read('Dockerfile')).at(-1)?.base ?? '';
    expect(base.startsWith(`node:${read('.nvmrc').trim()}-`)).toBe(true);
  });
});

describe('.env.example', () => {
  const lines = [...read('.env.example').matchAll(/^#([A-Z][A-Z_]+)=(.*)$/gm)];
  const names = lines.map(([, name = '']) => name);

  test('names every setting once, and nothing else', () => {
    const settings = [...read('server/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+): \{/gm)].map(
      ([, name]) => name,
    );
    expect([...names].sort()).toEqual([...settings].sort());
    expect(read('.env.example')).not.toMatch(/^[^#\n]/m);
  });

  test('has valid values: the defaults, but for two', () => {
    const shown = parseConfig(Object.fromEntries(lines.map(([, name = '', value = '']) => [name, value])));
    expect(shown.publicUrl).not.toBeNull();
    expect(shown.metricsPort).not.toBeNull();
    expect({ ...shown, publicUrl: null, metricsPort: null }).toEqual(parseConfig({}));
  });
});

describe('docs/openapi.v1.json', () => {
  test('is the description that the server returns', async () => {
    await expect(
      `${JSON.stringify(openApiDocument, null, 2)}\n`,
      'out of date; renew it with: npx vitest run test/repo/entrance.test.ts --update',
    ).toMatchFileSnapshot('../../docs/openapi.v1.json');
  });
});
