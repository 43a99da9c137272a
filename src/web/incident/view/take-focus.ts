/** For what takes the place of the button that was pressed: the focus goes on there. A `ref`, called once as it appears. */
export const takeFocus = (element: HTMLElement | null): void => element?.focus();
