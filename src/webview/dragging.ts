/** The picture follows the hand that holds its ground. */
export function listenToDragging(view: HTMLElement): void {
  view.addEventListener('pointerdown', (event) => {
    const isGround = event.target instanceof Element && !event.target.closest('.step, [data-fold]');
    if (event.button !== 0 || !isGround || event.pointerType === 'touch') return;
    let last = event;
    const move = (now: PointerEvent): void => {
      view.classList.add('dragged');
      view.scrollBy(last.clientX - now.clientX, last.clientY - now.clientY);
      last = now;
    };
    const end = (): void => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
      view.classList.remove('dragged');
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
  });
}
