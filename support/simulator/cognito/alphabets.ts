/** A pool's nine characters after `<region>_` (eight samples recorded 2026-09). */
export const poolIdAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Client ids and secrets (recorded 2026-09). */
export const clientIdAlphabet = '0123456789abcdefghijklmnopqrstuvwxyz';
