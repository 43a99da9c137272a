import type { KeyboardEvent } from 'react';

/**
 * A key that belongs to the input method: Enter chooses a word there, and never sends. Some browsers end the composition
 * before they tell of the key; the key code 229 still says whose it was.
 */
export const isComposing = (event: KeyboardEvent): boolean => event.nativeEvent.isComposing || event.keyCode === 229;
