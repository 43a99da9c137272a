/** Brings a part of the page to the eye and to the keyboard. */
export const goTo = (id: string, block: ScrollLogicalPosition = 'start'): void => {
  const place = document.getElementById(id);
  place?.scrollIntoView({ block });
  place?.focus({ preventScroll: true });
};
