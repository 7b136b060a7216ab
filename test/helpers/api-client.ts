import { type ApiKeyRequest, createApiKey } from '../../server/reporting/manage-api-keys.ts';
import { type Report, reportSchema } from '../../server/reporting/report.v1.ts';
import type { TestApp } from './test-app.ts';

/** A program of the office above that reads reports with its API key. */
export interface ApiClient {
  readonly key: string;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** A report by `unit/period`, validated against the published schema. */
  getReport(path: string): Promise<Report>;
}

/** Creates an API key, by default for all units and without expiry. */
export async function createApiClient(
  testApp: TestApp,
  request: Partial<ApiKeyRequest> = {},
): Promise<ApiClient> {
  const key = await createApiKey(testApp.context, {
    name: 'Phòng Nội vụ',
    units: null,
    expiresOn: null,
    ...request,
  });
  const get: ApiClient['get'] = (path, headers = {}) =>
    testApp.get(path, { Authorization: `Bearer ${key}`, ...headers });
  return {
    key,
    get,
    async getReport(path) {
      const response = await get(`/api/v1/reports/${path}`);
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return reportSchema.parse(await response.json());
    },
  };
}
