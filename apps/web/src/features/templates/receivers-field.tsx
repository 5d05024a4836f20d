import { NativeSelect, TextInput } from '@mantine/core';
import type { ConsentTemplateShape } from '@nastavnik/contracts/consent-templates';
import { FaultsAt } from './faults.tsx';
import { ListEditor } from './list-editor.tsx';
import { useTemplatesTexts } from './templates-texts.ts';

type ReceiversProps = {
  template: ConsentTemplateShape;
  readOnly: boolean;
  onChange: (change: Partial<ConsentTemplateShape>) => void;
};

const GETS = ['aggregates', 'data', 'instruction'] as const;

/** Who outside the school gets something, with the address. */
export function Receivers({ template, readOnly, onChange }: ReceiversProps) {
  const say = useTemplatesTexts();
  return (
    <ListEditor
      title={say('field.receivers')}
      hint={say('scope.receiversHint')}
      field="receivers"
      items={template.receivers}
      readOnly={readOnly}
      addWord={say('scope.addReceiver')}
      empty={() => ({ name: '', address: '', gets: 'aggregates' as const })}
      onChange={(receivers) => onChange({ receivers })}
    >
      {(receiver, set, place) => (
        <>
          <TextInput
            label={say('scope.receiver')}
            readOnly={readOnly}
            value={receiver.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <FaultsAt field={`${place}.name`} />
          <TextInput
            label={say('scope.address')}
            readOnly={readOnly}
            value={receiver.address}
            onChange={(event) => set({ address: event.currentTarget.value })}
          />
          <FaultsAt field={`${place}.address`} />
          <NativeSelect
            label={say('scope.gets')}
            disabled={readOnly}
            value={receiver.gets}
            data={GETS.map((each) => ({ value: each, label: say(`gets.${each}`) }))}
            onChange={(event) => set({ gets: GETS.find((each) => each === event.currentTarget.value) ?? 'aggregates' })}
          />
        </>
      )}
    </ListEditor>
  );
}
