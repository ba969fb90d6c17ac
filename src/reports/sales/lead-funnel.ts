import journeyStep, { journeyStages } from '../../facts/journey-step.ts'
import { contactsInStep, fromFirstStep, fromStepBefore, timeToStep } from '../../metrics/journey.ts'
import { leadFigures } from '../../metrics/leads.ts'
import { lead } from '../../model/index.ts'
import { tab, tabbed } from '../report.ts'
import { journey, leads } from './lead-funnel.example.ts'

export default tabbed(
  {
    topic: 'Coach reps & teams',
    title: 'Lead funnel',
    question: 'How long from first contact to a deal, and where do leads stop?',
    doc: {
      counts:
        '“Leads” counts leads by their create date and shows what became of them. “Lead journey” takes the contacts that entered the first chosen lifecycle stage in the range and follows them through the others, also after the range.',
      leavesOut:
        'A deal that is older than its lead is no conversion. A contact that never entered the first stage is not in the journey, even when it is in a later stage.',
      reading:
        'In the journey a step counts at its first entry that is not before the required step before it. Who misses a required step goes no further; an optional step keeps those who passed it by. Each conversion is over the required step before.',
      doubts: [
        'Converted means: the lead’s deal was created at or after the lead. Times below zero are left out of the averages.',
        'Unless chosen, the steps are those from lead to customer, and the two qualified ones are optional.',
      ],
    },
  },
  tab('leads', 'Leads', lead, (l) => ({
    date: l.createdOn,
    range: 'this-quarter-so-far',
    rules: [],
    measures: leadFigures(l),
    by: 'stage',
    breakdown: null,
    chart: { totals: 'bar', overTime: 'column', measures: ['leads'], reference: false },
    settings: [],
    list: [
      'name',
      'owner.name',
      'stage',
      'created_at',
      'first_outreach_at',
      'deal.name',
      'deal.created_at',
      'contact.name',
    ],
    example: leads,
  })),
  tab('journey', 'Lead journey', journeyStep, (s) => ({
    date: null,
    range: 'last-90-days',
    rules: [],
    measures: [contactsInStep(s), fromStepBefore(s), fromFirstStep(s), timeToStep(s)],
    by: 'step',
    breakdown: null,
    presentation: { as: 'steps', along: 'step' },
    chart: { totals: 'funnel', overTime: 'funnel', measures: ['contacts'], reference: false },
    settings: [journeyStages],
    example: journey,
  })),
)
