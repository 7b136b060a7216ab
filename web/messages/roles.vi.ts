export const rolesVi = {
  staff: 'Cán bộ',
  leader: 'Lãnh đạo',
  supervisor: 'Giám sát',
  administrator: 'Quản trị',
} as Record<string, string>;

export const nameRoles = (roles: readonly string[]): string =>
  roles.map((role) => rolesVi[role] ?? role).join(', ');
