import { useEffect, useId, useLayoutEffect, useRef, useState, type FocusEvent, type ReactNode } from 'react';
import './why-button.css';

interface Props {
  label: ReactNode;
  /** What the popover answers, for those who can't see where it points. */
  name: string;
  children: () => ReactNode;
}

/**
 * A time that can be asked why. Hover shows the answer, tap or Enter keeps it open, Esc closes it and gives the focus back,
 * leaving it closes it too. It lies in the browser's top layer, so that no table or panel cuts it off.
 */
export function WhyButton({ label, name, children }: Props) {
  const [open, setOpen] = useState<'no' | 'hovered' | 'kept'>('no');
  const id = useId();
  const box = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const pop = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useLayoutEffect(() => {
    if (open === 'no' || !pop.current || !button.current) return;
    const layer = pop.current;
    if (!layer.matches(':popover-open')) layer.showPopover();
    const place = () => { if (button.current) putBeside(button.current, layer); };
    place();
    const watch = new ResizeObserver(place);
    watch.observe(layer);
    addEventListener('scroll', place, true);
    return () => { watch.disconnect(); removeEventListener('scroll', place, true); };
  }, [open]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (open === 'no') return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      const inside = box.current?.contains(document.activeElement);
      setOpen('no');
      if (inside) button.current?.focus();
    };
    const onPress = (event: Event) => { if (!box.current?.contains(event.target as Node)) setOpen('no'); };
    addEventListener('keydown', onKey, true);
    addEventListener('pointerdown', onPress, true);
    return () => { removeEventListener('keydown', onKey, true); removeEventListener('pointerdown', onPress, true); };
  }, [open]);

  const hover = (to: 'no' | 'hovered', after: number) => (event: { pointerType: string }) => {
    if (event.pointerType !== 'mouse') return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(now => now === 'kept' ? now : to), after);
  };
  const onBlur = (event: FocusEvent) => { if (event.relatedTarget && !box.current?.contains(event.relatedTarget)) setOpen('no'); };
  return (
    <span ref={box} className="whybox" onPointerEnter={hover('hovered', 250)} onPointerLeave={hover('no', 200)} onBlur={onBlur}>
      <button ref={button} type="button" className="why" aria-expanded={open !== 'no'} aria-controls={open === 'no' ? undefined : id}
        onClick={() => { clearTimeout(timer.current); setOpen(now => now === 'kept' ? 'no' : 'kept'); }}>{label}</button>
      {open !== 'no' && <div ref={pop} id={id} popover="manual" className="pop float" role="dialog" aria-label={name}>{children()}</div>}
    </span>
  );
}

/** Below the button, above where there is no room, inside the window. */
function putBeside(button: HTMLElement, layer: HTMLElement) {
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = layer;
  const below = at.bottom + 6 + height <= innerHeight || at.top < height + 6;
  layer.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
  layer.style.top = `${Math.max(8, below ? at.bottom + 6 : at.top - 6 - height)}px`;
}
