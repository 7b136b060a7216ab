import type { AccessKind } from '../act/access.ts';
import { SETTING_PAGES } from '../unit/settings.ts';
import { ROLES, type Role } from './role.ts';

/** `none`: not signed in. `remembered`: a remembered phone of a leader or supervisor, read-only. */
export const VISITORS = ['none', 'remembered', ...ROLES] as const;
export type Visitor = 'none' | 'remembered' | Role;

/** Only `office` routes read the session, and they are protected against CSRF. */
type Area = 'citizen' | 'program' | 'office';

export interface Permission {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly area: Area;
  readonly visitors: readonly Visitor[];
  /** Kind of access log entry for successful requests; null: none. */
  readonly logs: AccessKind | null;
}

const EVERYBODY = VISITORS;
const SIGNED_IN: readonly Visitor[] = ROLES;
const READERS: readonly Visitor[] = ['remembered', 'leader', 'supervisor'];
const STAFF: readonly Visitor[] = ['staff'];
const OVERSEERS: readonly Visitor[] = ['supervisor', 'administrator'];
const ADMINISTRATORS: readonly Visitor[] = ['administrator'];

type Row = readonly [Permission['method'], string, readonly Visitor[], AccessKind?];

const CITIZEN: readonly Row[] = [
  ['GET', '/healthz', EVERYBODY],
  ['GET', '/readyz', EVERYBODY],
  ['GET', '/', EVERYBODY],
  ['GET', '/k/:counter', EVERYBODY],
  ['POST', '/k/:counter', EVERYBODY],
  ['GET', '/p/:slip', EVERYBODY],
  ['POST', '/p/:slip', EVERYBODY],
  ['GET', '/cam-on', EVERYBODY],
  ['GET', '/rieng-tu', EVERYBODY],
  ['GET', '/ket-qua', EVERYBODY],
  ['GET', '/ket-qua.json', EVERYBODY],
];

const PROGRAM: readonly Row[] = [
  ['GET', '/api/v1/', EVERYBODY],
  ['GET', '/api/v1/openapi.json', EVERYBODY],
  ['GET', '/api/v1/surveys/:id/:version', EVERYBODY],
  ['GET', '/api/v1/units', EVERYBODY],
  ['GET', '/api/v1/periods', EVERYBODY],
  ['GET', '/api/v1/totals', EVERYBODY],
  ['GET', '/api/v1/reports', EVERYBODY],
  ['GET', '/api/v1/reports/:unit/:period', EVERYBODY],
];

const OFFICE: readonly Row[] = [
  ['GET', '/dang-nhap', EVERYBODY],
  ['POST', '/dang-nhap', EVERYBODY],
  ['GET', '/dang-nhap/ma', EVERYBODY],
  ['POST', '/dang-nhap/ma', EVERYBODY],
  ['POST', '/dang-nhap/mat-khau', EVERYBODY],
  ['POST', '/dang-nhap/dien-thoai', EVERYBODY],
  ['POST', '/dang-nhap/buoc-hai', EVERYBODY],
  ['POST', '/dang-xuat', EVERYBODY],

  ['GET', '/tai-khoan', SIGNED_IN],
  ['POST', '/tai-khoan/mat-khau', SIGNED_IN],
  ['POST', '/tai-khoan/dang-xuat', SIGNED_IN],
  ['POST', '/tai-khoan/da-biet', SIGNED_IN],
  ['POST', '/tai-khoan/phien', SIGNED_IN],
  ['POST', '/tai-khoan/phien/:id', SIGNED_IN],
  ['GET', '/tai-khoan/hai-buoc', SIGNED_IN],
  ['POST', '/tai-khoan/hai-buoc', SIGNED_IN],
  ['POST', '/tai-khoan/hai-buoc/ma', SIGNED_IN],

  ['GET', '/lanh-dao', READERS],
  ['GET', '/lanh-dao/niem-phong', READERS],
  ['GET', '/lanh-dao/bao-cao.docx', READERS, 'exported'],
  ['GET', '/lanh-dao/so-lieu.xlsx', READERS, 'exported'],
  ['GET', '/lanh-dao/so-lieu.csv', READERS, 'exported'],
  ['GET', '/lanh-dao/gui-cap-tren.xlsx', READERS, 'exported'],
  ['GET', '/lanh-dao/gui-cap-tren.json', READERS, 'exported'],
  ['GET', '/can-bo', ['staff', ...READERS]],
  ['GET', '/can-bo/tuan.xlsx', ['staff', ...READERS], 'exported'],
  ['GET', '/can-bo/tuan.csv', ['staff', ...READERS], 'exported'],
  ['GET', '/can-bo/gop-y', ['staff', ...READERS], 'comments-read'],
  ['POST', '/can-bo/gop-y', ['staff', 'leader']],
  ['GET', '/can-bo/giao-dich', ['staff', ...READERS]],
  ['POST', '/can-bo/giao-dich/ngay', STAFF],
  ['POST', '/can-bo/giao-dich/tong', STAFF],
  ['POST', '/can-bo/giao-dich/khong', STAFF],
  ['POST', '/can-bo/giao-dich/bo/:entry', STAFF],
  ['POST', '/can-bo/giao-dich/tep', STAFF, 'uploaded'],
  ['GET', '/can-bo/giao-dich/tep/da-luu', STAFF],
  ['POST', '/can-bo/giao-dich/tep/hoan-tac', STAFF],
  ['POST', '/can-bo/giao-dich/tep/quen', STAFF],
  ['GET', '/can-bo/giao-dich/tep/:upload', STAFF],
  ['POST', '/can-bo/giao-dich/tep/:upload', STAFF],
  ['GET', '/can-bo/ma-qr', SIGNED_IN],
  ['GET', '/can-bo/ma-qr/:file{[0-9A-Za-z]+\\.(svg|png)}', SIGNED_IN],

  ['GET', '/can-bo/ma-qr/phieu', SIGNED_IN],
  // The only write access of supervisors: slips that the rated office does not hand out itself.
  ['POST', '/can-bo/ma-qr/phieu', ['staff', 'supervisor', 'administrator']],

  ['GET', '/quan-tri', OVERSEERS],
  ['POST', '/quan-tri/dong-ho', ADMINISTRATORS],
  ['GET', '/quan-tri/bat-dau', ['remembered', ...SIGNED_IN]],
  ['POST', '/quan-tri/bat-dau', ADMINISTRATORS],
  ['POST', '/quan-tri/bat-dau/gia-han', ADMINISTRATORS],
  ['POST', '/quan-tri/bat-dau/noi-bo', ADMINISTRATORS],
  ['GET', '/quan-tri/thiet-lap', ADMINISTRATORS],
  ['POST', '/quan-tri/thiet-lap', ADMINISTRATORS],
  ['GET', '/quan-tri/nhat-ky', OVERSEERS],
  ['GET', '/quan-tri/truy-cap', OVERSEERS, 'log-read'],
  ['GET', '/quan-tri/quy-tac', OVERSEERS],
  ['GET', '/quan-tri/nguoi-dung', OVERSEERS],
  ['POST', '/quan-tri/nguoi-dung', ADMINISTRATORS],
  ['POST', '/quan-tri/nguoi-dung/hai-buoc', ADMINISTRATORS],
  ['GET', '/quan-tri/nguoi-dung/:id', OVERSEERS],
  ['POST', '/quan-tri/nguoi-dung/:id/vai-tro', ADMINISTRATORS],
  ['POST', '/quan-tri/nguoi-dung/:id/duong-dan', ADMINISTRATORS],
  ['POST', '/quan-tri/nguoi-dung/:id/hai-buoc', ADMINISTRATORS],
  ['POST', '/quan-tri/nguoi-dung/:id/khoa', ADMINISTRATORS],
  ['POST', '/quan-tri/nguoi-dung/:id/mo-khoa', ADMINISTRATORS],
  ['POST', '/quan-tri/nguoi-dung/:id/dang-xuat', ADMINISTRATORS],
  ['POST', '/quan-tri/nguoi-dung/:id/dien-thoai', ADMINISTRATORS],
  ['POST', '/quan-tri/nguoi-dung/:id/dien-thoai/:phone/thu-hoi', ADMINISTRATORS],

  ['GET', '/quan-tri/don-vi', OVERSEERS],
  ['POST', '/quan-tri/don-vi', ADMINISTRATORS],
  ['GET', '/quan-tri/quay', OVERSEERS],
  ['POST', '/quan-tri/quay', ADMINISTRATORS],
  ['GET', '/quan-tri/quay/:counter', OVERSEERS],
  ['POST', '/quan-tri/quay/:counter/thong-tin', ADMINISTRATORS],
  ['POST', '/quan-tri/quay/:counter/len', ADMINISTRATORS],
  ['POST', '/quan-tri/quay/:counter/xuong', ADMINISTRATORS],
  ['POST', '/quan-tri/quay/:counter/dong', ADMINISTRATORS],
  ['POST', '/quan-tri/quay/:counter/mo-lai', ADMINISTRATORS],
  ['POST', '/quan-tri/quay/:counter/gop', ADMINISTRATORS],
  ...SETTING_PAGES.flatMap(({ path, hasPlans }): Row[] => {
    const leader: readonly Visitor[] = path.startsWith('/lanh-dao/') ? ['leader'] : [];
    return [
      ['GET', path, [...leader, ...OVERSEERS]],
      ['POST', path, [...leader, ...ADMINISTRATORS]],
      ...(hasPlans ? [['POST', `${path}/rut`, ADMINISTRATORS] as const] : []),
    ];
  }),
  ['GET', '/quan-tri/phieu', OVERSEERS],
  ['POST', '/quan-tri/phieu', ADMINISTRATORS],
  ['POST', '/quan-tri/phieu/rut', ADMINISTRATORS],
  ['GET', '/quan-tri/phieu/xem', OVERSEERS],
  ['POST', '/quan-tri/phieu/kiem-tra', ADMINISTRATORS, 'uploaded'],
  ['GET', '/quan-tri/khoa-api', OVERSEERS],
  ['POST', '/quan-tri/khoa-api', ADMINISTRATORS],
  ['POST', '/quan-tri/khoa-api/:id/thu-hoi', ADMINISTRATORS],
];

const inArea =
  (area: Area) =>
  ([method, path, visitors, logs = undefined]: Row): Permission => ({
    method,
    path,
    area,
    visitors,
    logs: logs ?? null,
  });

/** The server does not start if a mounted route is missing here. */
export const PERMISSIONS: readonly Permission[] = [
  ...CITIZEN.map(inArea('citizen')),
  ...PROGRAM.map(inArea('program')),
  ...OFFICE.map(inArea('office')),
];

const BY_ROUTE: ReadonlyMap<string, Permission> = new Map(
  PERMISSIONS.map((permission) => [`${permission.method} ${permission.path}`, permission]),
);

export const findPermission = (method: string, path: string): Permission | undefined =>
  BY_ROUTE.get(`${method} ${path}`);

export const isAllowed = (row: Permission, visitors: readonly Visitor[]): boolean =>
  visitors.some((visitor) => row.visitors.includes(visitor));

/** Paths that the visitors may read; pages hide links to all other paths. */
export const listReadable = (visitors: readonly Visitor[]): string[] =>
  PERMISSIONS.filter((row) => row.method === 'GET' && isAllowed(row, visitors)).map(({ path }) => path);

export interface MountedRoute {
  readonly method: string;
  readonly path: string;
  /** False for middleware. */
  readonly isEndpoint: boolean;
}

/** @throws Error that names every route without a row and every row without a route. */
export function checkPermissions(mounted: readonly MountedRoute[]): void {
  const routes = new Set(
    mounted.filter(({ isEndpoint }) => isEndpoint).map(({ method, path }) => `${method} ${path}`),
  );
  const faults = [
    ...[...routes].filter((route) => !BY_ROUTE.has(route)).map((route) => `${route}: not in the table`),
    ...[...BY_ROUTE.keys()].filter((row) => !routes.has(row)).map((row) => `${row}: a row without a route`),
  ];
  if (faults.length > 0) throw new Error(`server/staff/permissions.ts\n${faults.join('\n')}`);
}
