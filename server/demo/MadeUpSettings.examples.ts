/** A counter that the demo opens and merges again. */
export const MADE_UP_COUNTER = { name: 'Tiếp nhận lưu động tại thôn', channel: 'poster', field: '' } as const;

/** Whose program the demo has a key for. */
export const MADE_UP_KEY_HOLDER = 'Phòng Nội vụ huyện';
