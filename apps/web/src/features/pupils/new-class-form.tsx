import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { FIRST_GRADE, LAST_GRADE } from '@nastavnik/domain/people/class-name';
import { type FormEvent, useState } from 'react';
import { schoolYearWords } from '../../lib/school-words/school-words.ts';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { useAdd } from './pupils.api.ts';
import { usePupilsTexts } from './pupils-texts.ts';

const GRADES = Array.from({ length: LAST_GRADE - FIRST_GRADE + 1 }, (_, index) => String(FIRST_GRADE + index));

export function NewClassForm({ schoolYear, onAdded }: { schoolYear: number; onAdded: (classId: string) => void }) {
  const say = usePupilsTexts();
  const [grade, setGrade] = useState('1');
  const [letter, setLetter] = useState('');
  const add = useAdd('/classes');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ schoolYear, grade: Number(grade), letter: letter.trim() }, { onSuccess: ({ id }) => onAdded(id) });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text c="dimmed">{say('year.of', { year: schoolYearWords(schoolYear) })}</Text>
        <Group align="flex-start">
          <NativeSelect
            label={say('class.grade')}
            data={GRADES}
            value={grade}
            onChange={(event) => setGrade(event.currentTarget.value)}
          />
          <TextInput
            label={say('class.letter')}
            description={say('class.letterHint')}
            maxLength={10}
            value={letter}
            onChange={(event) => setLetter(event.currentTarget.value)}
          />
        </Group>
        <RefusalMessage error={add.error} />
        <Button type="submit" w="fit-content" loading={add.isPending}>
          {say('class.create')}
        </Button>
      </Stack>
    </form>
  );
}
