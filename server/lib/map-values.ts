export const mapValues = <Key extends string, From, To>(
  record: Readonly<Record<Key, From>>,
  toValue: (value: From, key: Key) => To,
): Record<Key, To> =>
  Object.fromEntries(
    Object.entries<From>(record).map(([key, value]) => [key, toValue(value, key as Key)]),
  ) as Record<Key, To>;
