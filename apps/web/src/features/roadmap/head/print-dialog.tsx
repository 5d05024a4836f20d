import { Button, Group, Radio, Stack } from '@mantine/core';
import type { Roadmap } from '@nastavnik/contracts/roadmaps';
import { useState } from 'react';
import { address } from '../../../lib/api/api.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { IconDownload, IconEye } from '../../../ui/icons.ts';
import { useRoadmapTexts } from '../roadmap-texts.ts';
import { PrintPreview } from './print-preview.tsx';

const FORMATS = ['docx', 'pdf', 'xlsx', 'txt', 'json'] as const;
const VARIANTS = ['full', 'public', 'report'] as const;

/** The roadmap on paper and in files: what is printed is said first, then in which form. */
export function PrintDialog({ plan, onClose }: { plan: Roadmap; onClose: () => void }) {
  const say = useRoadmapTexts();
  const [variant, setVariant] = useState<(typeof VARIANTS)[number]>('full');
  const [looking, setLooking] = useState(false);
  const at = (format: string) => address(`/api/v1/roadmaps/${plan.id}/print`, { format, variant });
  return (
    <Dialog opened title={say('print.title')} onClose={onClose} size="xl">
      <Stack gap="md">
        <Radio.Group
          label={say('print.what')}
          value={variant}
          onChange={(value) => setVariant(VARIANTS.find((each) => each === value) ?? 'full')}
        >
          <Stack gap={8} mt={6}>
            {VARIANTS.map((value) => (
              <Radio key={value} value={value} label={say(`print.${value}`)} description={say(`print.${value}.hint`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Group gap="xs">
          {FORMATS.map((format) => (
            <Button
              key={format}
              component="a"
              href={at(format)}
              download
              variant={format === 'docx' || format === 'pdf' ? 'filled' : 'default'}
              leftSection={<IconDownload size={18} aria-hidden />}
            >
              {say(`print.format.${format}`)}
            </Button>
          ))}
        </Group>
        <Button
          variant="default"
          w="fit-content"
          aria-expanded={looking}
          leftSection={<IconEye size={18} aria-hidden />}
          onClick={() => setLooking(!looking)}
        >
          {say('print.preview')}
        </Button>
        {looking && <PrintPreview url={at('html')} />}
      </Stack>
    </Dialog>
  );
}
