import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import type { Person } from '@nastavnik/contracts/staff';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { type FormEvent, useState } from 'react';
import { spanInWords } from '../../lib/dates/dates.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { DateField } from '../../ui/date-field.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { undoable } from '../../ui/toast.tsx';
import { useChangePerson } from './staff.api.ts';
import { useStaffTexts } from './staff-texts.ts';

/** A person's posts with their days; a post that is over is history and stays. */
export function PostsSection({ person }: { person: Person }) {
  const say = useStaffTexts();
  const today = useToday();
  const language = useLanguage();
  const change = useChangePerson(person.id);
  const [adding, setAdding] = useState(false);
  const remove = ({ id, ...post }: Person['posts'][number]) =>
    change.mutate(
      { method: 'DELETE', path: `/posts/${id}` },
      {
        onSuccess: () =>
          undoable(say('posts.removed', { title: post.title }), () =>
            change.mutateAsync({ method: 'POST', path: '/posts', body: post }),
          ),
      },
    );
  return (
    <Section
      title={say('posts.title')}
      actions={
        person.may.edit && !adding ? (
          <Button variant="subtle" size="xs" onClick={() => setAdding(true)}>
            {say('posts.add')}
          </Button>
        ) : null
      }
    >
      {person.posts.length === 0 && <Text c="dimmed">{say('posts.empty')}</Text>}
      {person.posts.map((post) => (
        <Group key={post.id} justify="space-between" wrap="nowrap">
          <div>
            <Text>{post.title}</Text>
            <Text size="sm" c="dimmed">
              {spanInWords({ start: post.startedOn, end: post.endedOn }, today, language)}
            </Text>
          </div>
          {person.may.edit && (
            <Button variant="subtle" color="gray" size="xs" onClick={() => remove(post)}>
              {say('posts.end')}
            </Button>
          )}
        </Group>
      ))}
      {adding && (
        <PostForm
          busy={change.isPending}
          onSave={(body) =>
            change.mutate({ method: 'POST', path: '/posts', body }, { onSuccess: () => setAdding(false) })
          }
        />
      )}
      <RefusalMessage error={change.error} />
    </Section>
  );
}

type NewPost = { title: string; startedOn: PlainDate | null; endedOn: PlainDate | null };

function PostForm({ busy, onSave }: { busy: boolean; onSave: (post: NewPost) => void }) {
  const say = useStaffTexts();
  const [title, setTitle] = useState('');
  const [startedOn, setStartedOn] = useState<PlainDate | null>(null);
  const [endedOn, setEndedOn] = useState<PlainDate | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave({ title: title.trim(), startedOn, endedOn });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={say('person.post')}
          required
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Group>
          <DateField label={say('posts.from')} value={startedOn} onChange={setStartedOn} />
          <DateField label={say('posts.to')} value={endedOn} onChange={setEndedOn} min={startedOn ?? undefined} />
        </Group>
        <Button type="submit" w="fit-content" loading={busy}>
          {say('person.add')}
        </Button>
      </Stack>
    </form>
  );
}
