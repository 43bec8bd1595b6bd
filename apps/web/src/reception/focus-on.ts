/** After the screen has drawn the field; in a group of choices the one that is next. */
export function focusOn(name: string) {
  requestAnimationFrame(() => {
    const field = document.getElementById(`field-${name}`);
    (field?.querySelector<HTMLElement>('[tabindex="0"]') ?? field)?.focus();
  });
}
