// Part of `npm run dev`: serves every page and component in every state, on localhost only.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { answerPreview } from './answer-preview.ts';
import { readCatalogue } from './catalogue.ts';
import type { PreviewStyles } from './PreviewPages.tsx';
import { SHEETS, type SheetName } from './sheets.ts';

const HOST = '127.0.0.1';
const DEFAULT_PORT = 8081;
const root = process.cwd();

const readSheet = (path: string): string => readFileSync(join(root, path), 'utf8');
const styles: PreviewStyles = {
  sheets: Object.fromEntries(SHEETS.map((sheet) => [sheet, readSheet(`dist/assets/${sheet}.css`)])) as Record<
    SheetName,
    string
  >,
  preview: readSheet('dist/preview/preview.css'),
};
const shown = await readCatalogue(join(root, 'web'));
const port = Number(process.env.PREVIEW_PORT ?? DEFAULT_PORT);

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', `http://${HOST}`);
  const html = answerPreview(pathname, shown, styles);
  response.writeHead(html === null ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(html ?? 'There is no such example.');
});
server.on('error', (error) => {
  process.stderr.write(`No preview: ${error.message}. PREVIEW_PORT chooses another port.\n`);
  process.exitCode = 1;
});
server.listen(port, HOST, () => {
  process.stdout.write(`Preview of all pages and components: http://${HOST}:${port}/\n`);
});
process.once('SIGTERM', () => {
  server.closeAllConnections();
  server.close();
});
