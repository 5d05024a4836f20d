/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the ARIA combobox pattern: no native list is filled from a server */
import { Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { searchAnswer } from '@nastavnik/contracts/roadmaps';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { ask } from '../../lib/api/api.ts';
import { useSession } from '../../lib/session.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { IconSearch } from '../../ui/icons.ts';
import { useAppTexts } from '../app-texts.ts';
import classes from './command-palette.module.css';
import { commandsFor } from './commands.ts';

type Choice = { key: string; title: string; place: string | undefined; run: () => void };

/** Ctrl/⌘ K: people, items and commands from the keyboard. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const say = useAppTexts();
  const router = useRouter();
  const session = useSession();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [asked] = useDebouncedValue(typed.trim(), 200);
  const list = useId();
  const { data } = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => ask('GET', '/search', searchAnswer, { query: { q: asked }, signal }),
    enabled: asked.length >= 2,
    placeholderData: keepPreviousData,
  });

  const go = (href: string) => router.navigate({ href });
  const choices: Choice[] = commandsFor(session, typed, say).map(({ word, to, act }) => ({
    key: word,
    title: say(word),
    place: say('search.commands'),
    run: () => (act ? act() : void go(to)),
  }));
  if (typed.trim().length >= 2) {
    for (const hit of data?.hits ?? []) {
      choices.push({ key: `${hit.kind} ${hit.id}`, title: hit.title, place: hit.place, run: () => void go(hit.path) });
    }
  }
  const current = Math.min(at, choices.length - 1);
  const choose = (choice: Choice | undefined) => {
    if (!choice) return;
    onClose();
    choice.run();
  };
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Enter') choose(choices[current]);
    if (step === 0 || choices.length === 0) return;
    event.preventDefault();
    setAt((current + step + choices.length) % choices.length);
  };

  return (
    <Dialog opened onClose={onClose} title={say('search.label')} untitled yOffset="10vh" centered={false} size="lg">
      <TextInput
        data-autofocus
        variant="unstyled"
        size="lg"
        px="sm"
        leftSection={<IconSearch size={20} aria-hidden />}
        aria-label={say('search.label')}
        placeholder={say('search.label')}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={choices[current] ? `${list}-${current}` : undefined}
        value={typed}
        onKeyDown={onKey}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
      />
      <div role="listbox" id={list} aria-label={say('search.label')} className={classes['list']}>
        {choices.map((choice, index) => (
          <UnstyledButton
            key={choice.key}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className={classes['choice']}
            onMouseMove={() => setAt(index)}
            onClick={() => choose(choice)}
          >
            <span>{choice.title}</span>
            <Text span size="sm" c="dimmed">
              {choice.place}
            </Text>
          </UnstyledButton>
        ))}
      </div>
      {choices.length === 0 && (
        <Text c="dimmed" p="md" component="output" display="block">
          {say('search.nothing')}
        </Text>
      )}
    </Dialog>
  );
}
