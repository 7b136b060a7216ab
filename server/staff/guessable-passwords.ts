/**
 * The most common bases of passwords, without diacritics, spaces and punctuation; Vietnamese ones as typed without an
 * input method. Adding digits or punctuation does not make them stronger. From published lists of leaked passwords.
 */
export const COMMON_PASSWORD_WORDS: readonly string[] = [
  ...['password', 'passwords', 'mypassword', 'passw0rd', 'p@ssword', 'p@ssw0rd', 'passwordpassword'],
  ...['admin', 'administrator', 'adminadmin', 'root', 'superuser', 'user', 'guest', 'default', 'changeme'],
  ...['qwerty', 'qwertyuiop', 'qwertyuiopasdfghjkl', 'qwertyqwerty', 'asdfghjkl', 'zxcvbnm', 'asdfasdf'],
  ...['1qaz2wsx', '1qaz2wsx3edc', 'q1w2e3r4t5y6', '1q2w3e4r5t6y', 'qazwsxedc', 'zaq12wsx', 'abcabcabcabc'],
  ...['letmein', 'welcome', 'iloveyou', 'iloveyouforever', 'sunshine', 'princess', 'football', 'superman'],
  ...['abcdef', 'abcdefgh', 'abcdefghijkl', 'abcd1234', 'a1b2c3d4e5f6', 'test', 'testtest', 'computer'],
  ...['matkhau', 'matkhaumoi', 'matkhaucuatoi', 'matkhaumatkhau', 'matma', 'khongbiet', 'khongcomatkhau'],
  ...['anhyeuem', 'emyeuanh', 'anhnhoem', 'anhyeuemnhieu', 'yeuem', 'yeuanh', 'yeuemmaimai', 'tinhyeu'],
  ...[
    'vietnam',
    'vietnamvodich',
    'toiyeuvietnam',
    'hanoi',
    'saigon',
    'hochiminh',
    'thanhhoa',
    'congannhandan',
  ],
  ...['quantri', 'quantrivien', 'canbo', 'lanhdao', 'chutich', 'uybannhandan', 'ubnd', 'ubndxa', 'motcua'],
  ...['hailong', 'khaosat', 'xinchao', 'xinchaovietnam', 'gmail', 'facebook', 'zalo', 'zaloviet'],
  ...['giadinh', 'giadinhtoi', 'hanhphuc', 'congchuc', 'dangcongsan', 'sinhnhat', 'deptrai', 'xinhdep'],
];
