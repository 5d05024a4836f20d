import { TextInput } from '@mantine/core';
import { parseClassName, printClassName } from '@nastavnik/domain/people/class-names';
import { useState } from 'react';
import { useYearTexts } from './year-texts.ts';

type NewNameProps = { name: string; label: string; onName: (name: { grade: number; letter: string }) => void };

/** «10 тех»: taken when the field is left, since a half-typed name is another class. */
export function NewName({ name, label, onName }: NewNameProps) {
  const say = useYearTexts();
  const [typed, setTyped] = useState(name);
  const read = parseClassName(typed);
  return (
    <TextInput
      aria-label={label}
      size="xs"
      maw="10rem"
      value={typed}
      error={read ? undefined : say('fate.unreadable')}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => read && printClassName(read) !== name && onName(read)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
}
