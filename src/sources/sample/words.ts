const words = (text: string): readonly string[] => text.trim().split(/\s*,\s*/)

/** Repeats each word by its weight, so that an even draw has these odds. */
const odds = (weights: Readonly<Record<string, number>>): readonly string[] =>
  Object.entries(weights).flatMap(([word, weight]) => Array<string>(weight).fill(word))

/** Word lists that the SQL reads as variables. Company names are made of syllables that mean nothing. */
export const wordLists: Readonly<Record<string, readonly string[]>> = {
  company_heads: words(`
    Alb, Bel, Bren, Cal, Cor, Dal, Den, Dor, Eld, Fal, Fen, Gal, Grav, Hal, Hel, Ilv, Jor, Kast, Kel, Lan, Lor, Mar, Mir,
    Nor, Nel, Olt, Or, Pel, Pran, Quel, Ral, Ros, Sal, Sel, Tal, Tor, Ul, Val, Vel, Wen, Wol, Yar, Zan, Zel`),
  company_tails: words(`
    adia, andor, anto, avik, embo, enta, erio, essa, ibra, idor, imara, inio, istra, ivar, olan, ombra, onda, onix, orra,
    osta, ovia, umbra, undo, unic, urio, usta, yra, alto, egra, ino`),
  company_trades: words(`
    Logistics, Foods, Energy, Health, Systems, Analytics, Robotics, Materials, Textiles, Interiors, Packaging, Mobility,
    Chemicals, Media, Travel, Insurance, Tools, Optics, Marine, Gardens, Schools, Labs, Printing`),
  industries: words(`
    Transport, Food and drink, Energy, Health care, Software, Consultancy, Machinery, Raw materials, Retail, Construction,
    Wholesale, Automotive, Chemistry, Media, Hospitality, Finance, Manufacturing, Electronics, Shipping, Agriculture,
    Education, Biotechnology, Publishing`),
  job_titles: words(`
    Operations manager, Head of operations, Chief executive, Finance director, Purchasing manager, IT manager,
    Project manager, Office manager, Head of sales, Marketing manager, Data analyst, Planner, Team lead, Warehouse manager,
    Chief financial officer, Customer service manager, Product owner, Managing director, Consultant, Engineer`),
  partner_tiers: words('Registered, Silver, Silver, Gold'),
  lead_statuses: words('New, New, Open, Open, In progress, Attempted to contact, Connected, Unqualified'),
  sources: odds({
    ORGANIC_SEARCH: 26,
    PAID_SEARCH: 13,
    EMAIL_MARKETING: 9,
    SOCIAL_MEDIA: 7,
    REFERRALS: 9,
    OTHER_CAMPAIGNS: 4,
    DIRECT_TRAFFIC: 16,
    OFFLINE: 10,
    PAID_SOCIAL: 4,
    AI_REFERRALS: 2,
  }),
  loss_reasons: odds({
    'Price too high': 26,
    'No decision': 24,
    'Chose a competitor': 20,
    'Missing feature': 11,
    'Budget withdrawn': 10,
    'Bad timing': 6,
    'contact left': 3,
  }),
  win_reasons: odds({
    'Best fit': 30,
    'Trusted adviser': 20,
    Price: 14,
    Integration: 14,
    Referral: 12,
    'Speed of delivery': 10,
  }),
  competitors: odds({ Kastomo: 30, Pelvion: 22, 'In-house tool': 20, Orrinex: 15, Spreadsheets: 13 }),
  lead_labels: words('Hot, Warm, Warm, Cold, Cold'),
  lead_types: words('New business, New business, New business, Upsell, Re-attempting'),
  call_topics: words(`
    Introduction, Follow-up, Discovery, Follow-up on proposal, Price question, Contract questions, Check-in, Renewal,
    Scheduling, Cold call, Reference check, Technical questions`),
  call_outcomes: odds({
    Connected: 38,
    'No answer': 29,
    'Left voicemail': 16,
    'Left live message': 6,
    Busy: 8,
    'Wrong number': 3,
  }),
  meeting_topics: words(`
    Introduction, Discovery workshop, Product demo, Technical deep dive, Proposal review, Negotiation, Contract review,
    Kick-off, Quarterly review, Steering committee`),
  meeting_types: words('First meeting, Demo, Demo, Review, Workshop, On-site visit'),
  meeting_outcomes: odds({ COMPLETED: 76, NO_SHOW: 7, CANCELED: 8, RESCHEDULED: 6, SCHEDULED: 3 }),
  task_topics: words(`
    Send proposal, Call back, Prepare demo, Send references, Update close date, Check budget, Send contract,
    Ask for introduction, Plan workshop, Write summary`),
  task_types: words('TODO, TODO, TODO, CALL, CALL, EMAIL, EMAIL, LINKED_IN'),
  task_priorities: words('LOW, MEDIUM, MEDIUM, MEDIUM, HIGH'),
  email_topics: words(`
    Your question about planning, Our proposal, Summary of our call, Next steps, Price overview, Case study,
    Invitation to the demo, Contract for signature, Checking in, Answers to your questions, References, Renewal of your plan`),
  note_topics: words(`
    Call notes, Decision makers, Budget, Competition, Requirements, Risks, Next steps, Background, Internal discussion`),
  chat_topics: words(`
    Price question, Delivery time, Where do I sign in, Invoice, Can I get a demo, Opening hours, Return, Integration,
    New user, Change of address, Something is broken, Which plan fits us`),
  chat_channels: odds({ LIVE_CHAT: 50, FACEBOOK_MESSENGER: 12, EMAIL: 24, WHATSAPP: 9, FORM: 5 }),
  deal_touches: odds({ EMAIL: 26, INCOMING_EMAIL: 12, CALL: 22, MEETING: 13, TASK: 15, NOTE: 12 }),
  contact_touches: odds({ EMAIL: 36, INCOMING_EMAIL: 12, CALL: 32, MEETING: 4, TASK: 9, NOTE: 7 }),
  night_touches: odds({ EMAIL: 20, CALL: 30, TASK: 30, NOTE: 20 }),
}
