import { type ApiKeyRequest, createApiKey } from '../../server/reporting/manage-api-keys.ts';
import { type Report, reportSchema } from '../../server/reporting/report.v1.ts';
import type { TestApp } from './test-app.ts';

/** A program of another office that reads reports with an API key. */
export interface ApiClient {
  readonly key: string;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** `path` is `UNIT/PERIOD`. Validates the report against the published schema. */
  getReport(path: string): Promise<Report>;
}

/** The API key reads all units and does not expire, unless other options are given. */
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
