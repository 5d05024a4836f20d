import { type ChangeEvent, type ReactNode, useEffect, useRef, useState } from 'react';

type FieldProps = {
  value: string;
  onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
  onBlur: () => void;
};

/**
 * A field whose words are kept when it is left, not at each letter: a deadline is read again as a whole. Words typed
 * into a field that disappears (the editor is closed with Esc) are kept as well.
 */
export function LazyField({
  value,
  onKeep,
  children,
}: {
  value: string;
  onKeep: (text: string) => void;
  children: (field: FieldProps) => ReactNode;
}) {
  const [typed, setTyped] = useState(value);
  // A value that changes from outside (undo, a mend) replaces what stands in the field.
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setTyped(value);
  }
  const latest = useRef({ typed: value, value, onKeep });
  useEffect(() => {
    latest.current = { typed, value, onKeep };
  }, [typed, value, onKeep]);
  useEffect(
    () => () => {
      const last = latest.current;
      if (last.typed.trim() !== last.value) last.onKeep(last.typed.trim());
    },
    [],
  );
  const keep = () => {
    if (typed.trim() !== value) onKeep(typed.trim());
  };
  return children({ value: typed, onChange: (event) => setTyped(event.currentTarget.value), onBlur: keep });
}
