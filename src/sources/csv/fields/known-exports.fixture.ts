/** The headers of an export as a product writes them, each with the word it means; nothing behind `=`: a property of its own. */
export interface KnownExport {
  readonly of: string
  readonly records: string
  readonly columns: string
}

const sets = `
HubSpot en | deal | Record ID=id;Deal Name=name;Deal Stage=stage;Pipeline=pipeline;Amount=amount;Close Date=closed_at;Create Date=created_at;Deal owner=owner;Associated Company=company;Associated Contact IDs=contact_id;Forecast category=forecast_category;Closed Lost Reason=closed_lost_reason;Next step=;Number of times contacted=
HubSpot de | deal | Datensatz-ID=id;Deal-Name=name;Deal-Phase=stage;Pipeline=pipeline;Betrag=amount;Abschlussdatum=closed_at;Erstellungsdatum=created_at;Deal-Inhaber=owner;Zugeordnetes Unternehmen=company;Deal-Typ=type;Nächster Schritt=
HubSpot nl | deal | Record-ID=id;Dealnaam=name;Dealfase=stage;Pipeline=pipeline;Bedrag=amount;Sluitingsdatum=closed_at;Aanmaakdatum=created_at;Eigenaar van deal=owner;Gekoppeld bedrijf=company;Dealtype=type
HubSpot da | deal | Post-id=id;Aftalenavn=name;Aftalefase=stage;Pipeline=pipeline;Beløb=amount;Lukkedato=closed_at;Oprettelsesdato=created_at;Aftaleejer=owner;Tilknyttet virksomhed=company
HubSpot fr | deal | ID de l'enregistrement=id;Nom de la transaction=name;Phase de la transaction=stage;Pipeline=pipeline;Montant=amount;Date de fermeture=closed_at;Date de création=created_at;Propriétaire de la transaction=owner;Entreprise associée=company
HubSpot es | deal | ID de registro=id;Nombre del negocio=name;Etapa del negocio=stage;Pipeline=pipeline;Importe=amount;Fecha de cierre=closed_at;Fecha de creación=created_at;Propietario del negocio=owner;Empresa asociada=company
HubSpot en | contact | Record ID=id;First Name=first_name;Last Name=last_name;Email=email;Phone Number=phone;Contact owner=owner;Associated Company=company;Lead Status=lead_status;Lifecycle Stage=lifecycle_stage;Create Date=created_at;Marketing contact status=
HubSpot de | contact | Datensatz-ID=id;Vorname=first_name;Nachname=last_name;E-Mail=email;Telefonnummer=phone;Lifecycle-Phase=lifecycle_stage;Lead-Status=lead_status;Erstellungsdatum=created_at
HubSpot en | company | Record ID=id;Company name=name;Company Domain Name=domain;Industry=industry;Number of Employees=employees;Annual Revenue=annual_revenue;Company owner=owner;City=city;Country/Region=country;Create Date=created_at
HubSpot en | activity | Record ID=id;Call Title=subject;Activity assigned to=owner;Activity date=occurred_at;Call outcome=call_outcome;Call duration=call_duration;Call direction=call_direction;Associated Contact=contact
Salesforce en | deal | Opportunity ID=id;Opportunity Name=name;Account Name=company;Stage=stage;Amount=amount;Close Date=closed_at;Created Date=created_at;Opportunity Owner=owner;Lead Source=original_source;Type=type;Fiscal Period=;Age=
Salesforce de | deal | Opportunity-ID=id;Opportunity-Name=name;Accountname=company;Phase=stage;Betrag=amount;Schlusstermin=closed_at;Erstelldatum=created_at;Opportunity-Inhaber=owner;Leadquelle=original_source;Typ=type
Salesforce nl | deal | Naam opportunity=name;Accountnaam=company;Fase=stage;Bedrag=amount;Einddatum=closed_at;Gemaakt op=created_at;Eigenaar opportunity=owner;Leadbron=original_source;Type=type
Salesforce da | deal | Salgsmulighedsnavn=name;Kontonavn=company;Fase=stage;Beløb=amount;Lukkedato=closed_at;Oprettet den=created_at;Ejer af salgsmulighed=owner;Leadkilde=original_source
Salesforce fr | deal | ID de l'opportunité=id;Nom de l'opportunité=name;Nom du compte=company;Étape=stage;Montant=amount;Date de clôture=closed_at;Date de création=created_at;Propriétaire de l'opportunité=owner;Origine de la piste=original_source
Salesforce es | deal | Id. de oportunidad=id;Nombre de la oportunidad=name;Nombre de la cuenta=company;Etapa=stage;Importe=amount;Fecha de cierre=closed_at;Fecha de creación=created_at;Propietario de la oportunidad=owner
Salesforce en | activity | Subject=subject;Date=occurred_at;Assigned=owner;Status=task_status;Priority=task_priority;Company / Account=company;Contact=contact;Opportunity=deal
Salesforce en | lead | Lead ID=id;Full Name=name;Lead Status=stage;Lead Owner=owner;Rating=label;Created Date=created_at
Salesforce en | company | Account ID=id;Account Name=name;Account Owner=owner;Industry=industry;Employees=employees;Annual Revenue=annual_revenue;Billing City=city;Billing Country=country;Website=domain
Pipedrive en | deal | Deal - ID=id;Deal - Title=name;Deal - Organization=company;Deal - Contact person=contact;Deal - Value=amount;Deal - Currency of Value=currency;Deal - Pipeline=pipeline;Deal - Stage=stage;Deal - Status=status;Deal - Deal created=created_at;Deal - Won time=won_at;Deal - Lost time=lost_at;Deal - Expected close date=expected_at;Deal - Lost reason=closed_lost_reason;Deal - Owner=owner;Deal - Label=
Pipedrive de | deal | Deal - ID=id;Deal - Titel=name;Deal - Organisation=company;Deal - Kontaktperson=contact;Deal - Wert=amount;Deal - Währung von Wert=currency;Deal - Phase=stage;Deal - Status=status;Deal - Deal erstellt=created_at;Deal - Gewonnen am=won_at;Deal - Verloren am=lost_at;Deal - Besitzer=owner
Pipedrive nl | deal | Deal - ID=id;Deal - Titel=name;Deal - Organisatie=company;Deal - Waarde=amount;Deal - Fase=stage;Deal - Status=status;Deal - Deal aangemaakt=created_at;Deal - Eigenaar=owner;Deal - Verwachte sluitingsdatum=closed_at
Pipedrive da | deal | Aftale - ID=id;Aftale - Titel=name;Aftale - Organisation=company;Aftale - Værdi=amount;Aftale - Fase=stage;Aftale - Status=status;Aftale - Aftale oprettet=created_at;Aftale - Ejer=owner;Aftale - Forventet lukkedato=closed_at
Pipedrive fr | deal | Affaire - ID=id;Affaire - Titre=name;Affaire - Organisation=company;Affaire - Valeur=amount;Affaire - Étape=stage;Affaire - Statut=status;Affaire - Affaire créée=created_at;Affaire - Propriétaire=owner;Affaire - Raison de la perte=closed_lost_reason
Pipedrive es | deal | Trato - ID=id;Trato - Título=name;Trato - Organización=company;Trato - Valor=amount;Trato - Etapa=stage;Trato - Estado=status;Trato - Trato creado=created_at;Trato - Propietario=owner;Trato - Embudo=pipeline
Pipedrive en | activity | Activity - ID=id;Activity - Type=type;Activity - Subject=subject;Activity - Due date=occurred_at;Activity - Assigned to user=owner;Activity - Deal=deal;Activity - Organization=company
Zoho en | deal | Record Id=id;Deal Name=name;Stage=stage;Amount=amount;Closing Date=closed_at;Created Time=created_at;Deal Owner=owner;Account Name=company;Contact Name=contact;Lead Source=original_source;Type=type;Probability (%)=;Expected Revenue=expected_amount
Zoho de | deal | Datensatz-ID=id;Abschlussname=name;Phase=stage;Betrag=amount;Abschlussdatum=closed_at;Erstellungszeit=created_at;Kontoname=company;Lead-Quelle=original_source
Zoho nl | deal | Dealnaam=name;Fase=stage;Bedrag=amount;Sluitingsdatum=closed_at;Aanmaaktijd=created_at;Dealeigenaar=owner;Accountnaam=company
Zoho fr | deal | Nom de l'affaire=name;Étape=stage;Montant=amount;Date de clôture=closed_at;Heure de création=created_at;Propriétaire de l'affaire=owner;Nom du compte=company
Zoho es | deal | Nombre de trato=name;Fase=stage;Importe=amount;Fecha de cierre=closed_at;Hora de creación=created_at;Propietario de trato=owner;Nombre de cuenta=company
Dynamics en | deal | (Do Not Modify) Opportunity=id;Topic=name;Potential Customer=company;Est. Close Date=expected_at;Actual Close Date=closed_at;Est. Revenue=expected_amount;Actual Revenue=amount;Pipeline Phase=stage;Status=status;Created On=created_at;Owner=owner;Rating=
Dynamics de | deal | (Nicht ändern) Verkaufschance=id;Thema=name;Potenzieller Kunde=company;Geschätzter Abschlusstermin=expected_at;Tatsächlicher Abschlusstermin=closed_at;Geschätzter Umsatz=amount;Pipelinephase=stage;Status=status;Erstellt am=created_at;Besitzer=owner
Dynamics nl | deal | Onderwerp=name;Potentiële klant=company;Geschatte sluitingsdatum=closed_at;Geschatte omzet=amount;Pijplijnfase=stage;Gemaakt op=created_at;Eigenaar=owner
Dynamics da | deal | Emne=name;Potentiel kunde=company;Anslået lukkedato=closed_at;Anslået omsætning=amount;Pipelinefase=stage;Oprettet=created_at;Ejer=owner
Dynamics fr | deal | Sujet=name;Client potentiel=company;Date de clôture estimée=closed_at;Revenus estimés=amount;Phase du pipeline=stage;Créé le=created_at;Propriétaire=owner
Dynamics es | deal | Tema=name;Cliente potencial=company;Fecha de cierre estimada=closed_at;Ingresos estimados=amount;Fase de canalización=stage;Fecha de creación=created_at;Propietario=owner
Freshsales en | deal | Id=id;Name=name;Deal value=amount;Deal stage=stage;Deal pipeline=pipeline;Sales owner=owner;Expected close date=expected_at;Closed date=closed_at;Created at=created_at;Account=company;Lost reason=closed_lost_reason
Freshsales de | deal | Deal-Name=name;Deal-Wert=amount;Deal-Phase=stage;Deal-Pipeline=pipeline;Vertriebsverantwortlicher=owner;Erwartetes Abschlussdatum=closed_at;Erstellt am=created_at
Freshsales fr | deal | Nom de l'affaire=name;Valeur de l'affaire=amount;Étape de l'affaire=stage;Responsable commercial=owner;Date de clôture prévue=closed_at;Créé le=created_at
Close en | deal | id=id;lead_name=company;status_label=stage;status_type=status;value=amount;value_currency=currency;user_name=owner;date_created=created_at;date_won=won_at;date_lost=lost_at;confidence=
monday en | deal | Name=name;Stage=stage;Owner=owner;Deal Value=amount;Expected Close Date=expected_at;Close Date=closed_at;Accounts=company;Contacts=contact;Item ID=id
monday de | deal | Name=name;Phase=stage;Eigentümer=owner;Dealwert=amount;Abschlussdatum=closed_at;Konten=company;Kontakte=contact;Element-ID=id
monday es | deal | Nombre=name;Etapa=stage;Propietario=owner;Valor del negocio=amount;Fecha de cierre=closed_at;Cuentas=company;Contactos=contact
`

/** 44 of them: eight products in up to six languages. */
export const knownExports: readonly KnownExport[] = sets
  .trim()
  .split('\n')
  .map((line) => {
    const [of = '', records = '', columns = ''] = line.split(' | ')
    return { of, records, columns }
  })
