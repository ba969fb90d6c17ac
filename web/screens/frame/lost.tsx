import { IconMapOff } from '@tabler/icons-react'
import { Notice } from '../../parts/notice.tsx'
import { AllReports } from '../../parts/problem-notice.tsx'
import { useWords } from '../../words/index.ts'

export function Lost() {
  const words = useWords()
  return (
    <main id="main">
      <Notice icon={<IconMapOff size={20} />} title={words('state.pageNotFound')} next={<AllReports />}>
        {words('state.notFoundNext')}
      </Notice>
    </main>
  )
}
