/**
 * Codes of CAMEO actors → labels. From the look-up tables of the GDELT Project (https://www.gdeltproject.org), which
 * gives them free for any use with this citation; spelling mended. CAMEO: Gerner, Schrodt, Yilmaz, Abu-Jabr (2002).
 */

function readTable(text: string): ReadonlyMap<string, string> {
  const entries = text.trim().split(/;\s*/);
  return new Map(entries.map((entry) => [entry.slice(0, 3), entry.slice(4)]));
}

/** Countries, and from WSB to WST parts of them and regions. */
export const COUNTRIES: ReadonlyMap<string, string> = readTable(`
  WSB West Bank; BAG Baghdad; GZS Gaza Strip; AFR Africa; ASA Asia; BLK Balkans; CRB Caribbean;
  CAU Caucasus; CFR Central Africa; CAS Central Asia; CEU Central Europe; EIN East Indies;
  EAF Eastern Africa; EEU Eastern Europe; EUR Europe; LAM Latin America; MEA Middle East;
  MDT Mediterranean; NAF North Africa; NMR North America; PGS Persian Gulf; SCN Scandinavia;
  SAM South America; SAS South Asia; SEA Southeast Asia; SAF Southern Africa; WAF West Africa;
  WST The West; AFG Afghanistan; ALA Aland Islands; ALB Albania; DZA Algeria; ASM American Samoa;
  AND Andorra; AGO Angola; AIA Anguilla; ATG Antigua and Barbuda; ARG Argentina; ARM Armenia; ABW Aruba;
  AUS Australia; AUT Austria; AZE Azerbaijan; BHS Bahamas; BHR Bahrain; BGD Bangladesh; BRB Barbados;
  BLR Belarus; BEL Belgium; BLZ Belize; BEN Benin; BMU Bermuda; BTN Bhutan; BOL Bolivia;
  BIH Bosnia and Herzegovina; BWA Botswana; BRA Brazil; VGB British Virgin Islands;
  BRN Brunei Darussalam; BGR Bulgaria; BFA Burkina Faso; BDI Burundi; KHM Cambodia; CMR Cameroon;
  CAN Canada; CPV Cape Verde; CYM Cayman Islands; CAF Central African Republic; TCD Chad; CHL Chile;
  CHN China; COL Colombia; COM Comoros; COD Democratic Republic of the Congo;
  COG People’s Republic of the Congo; COK Cook Islands; CRI Costa Rica; CIV Ivory Coast; HRV Croatia;
  CUB Cuba; CYP Cyprus; CZE Czech Republic; DNK Denmark; DJI Djibouti; DMA Dominica;
  DOM Dominican Republic; TMP East Timor; ECU Ecuador; EGY Egypt; SLV El Salvador; GNQ Equatorial Guinea;
  ERI Eritrea; EST Estonia; ETH Ethiopia; FRO Faeroe Islands; FLK Falkland Islands; FJI Fiji;
  FIN Finland; FRA France; GUF French Guiana; PYF French Polynesia; GAB Gabon; GMB Gambia; GEO Georgia;
  DEU Germany; GHA Ghana; GIB Gibraltar; GRC Greece; GRL Greenland; GRD Grenada; GLP Guadeloupe;
  GUM Guam; GTM Guatemala; GIN Guinea; GNB Guinea-Bissau; GUY Guyana; HTI Haiti; VAT Vatican City;
  HND Honduras; HKG Hong Kong; HUN Hungary; ISL Iceland; IND India; IDN Indonesia; IRN Iran; IRQ Iraq;
  IRL Ireland; IMY Isle of Man; ISR Israel; ITA Italy; JAM Jamaica; JPN Japan; JOR Jordan;
  KAZ Kazakhstan; KEN Kenya; KIR Kiribati; PRK North Korea; KOR South Korea; KWT Kuwait; KGZ Kyrgyzstan;
  LAO Laos; LVA Latvia; LBN Lebanon; LSO Lesotho; LBR Liberia; LBY Libya; LIE Liechtenstein;
  LTU Lithuania; LUX Luxembourg; MAC Macao; MKD Macedonia; MDG Madagascar; MWI Malawi; MYS Malaysia;
  MDV Maldives; MLI Mali; MLT Malta; MHL Marshall Islands; MTQ Martinique; MRT Mauritania; MUS Mauritius;
  MYT Mayotte; MEX Mexico; FSM Micronesia; MDA Moldova; MCO Monaco; MNG Mongolia; MTN Montenegro;
  MSR Montserrat; MAR Morocco; MOZ Mozambique; MMR Myanmar; NAM Namibia; NRU Nauru; NPL Nepal;
  NLD Netherlands; ANT Netherlands Antilles; NCL New Caledonia; NZL New Zealand; NIC Nicaragua;
  NER Niger; NGA Nigeria; NIU Niue; NFK Norfolk Island; MNP Northern Mariana Islands; NOR Norway;
  PSE Occupied Palestinian Territory; OMN Oman; PAK Pakistan; PLW Palau; PAN Panama;
  PNG Papua New Guinea; PRY Paraguay; PER Peru; PHL Philippines; PCN Pitcairn; POL Poland; PRT Portugal;
  PRI Puerto Rico; QAT Qatar; REU Réunion; ROM Romania; RUS Russia; RWA Rwanda; SHN Saint Helena;
  KNA Saint Kitts-Nevis; LCA Saint Lucia; SPM Saint Pierre and Miquelon;
  VCT Saint Vincent and the Grenadines; WSM Samoa; SMR San Marino; STP Sao Tome and Principe;
  SAU Saudi Arabia; SEN Senegal; SRB Serbia; SYC Seychelles; SLE Sierra Leone; SGP Singapore;
  SVK Slovakia; SVN Slovenia; SLB Solomon Islands; SOM Somalia; ZAF South Africa; ESP Spain;
  LKA Sri Lanka; SDN Sudan; SUR Suriname; SJM Svalbard and Jan Mayen Islands; SWZ Swaziland; SWE Sweden;
  CHE Switzerland; SYR Syria; TWN Taiwan; TJK Tajikistan; TZA Tanzania; THA Thailand; TGO Togo;
  TKL Tokelau; TON Tonga; TTO Trinidad and Tobago; TUN Tunisia; TUR Turkey; TKM Turkmenistan;
  TCA Turks and Caicos Islands; TUV Tuvalu; UGA Uganda; UKR Ukraine; ARE United Arab Emirates;
  GBR United Kingdom; USA United States; VIR United States Virgin Islands; URY Uruguay; UZB Uzbekistan;
  VUT Vanuatu; VEN Venezuela; VNM Vietnam; WLF Wallis and Futuna Islands; ESH Western Sahara; YEM Yemen;
  ZMB Zambia; ZWE Zimbabwe; SSD South Sudan
`);

/** Known groups: organisations, parties, movements. */
export const GROUPS: ReadonlyMap<string, string> = readTable(`
  AAM Al Aqsa Martyrs Brigade; ABD Arab Bank for Economic Development in Africa;
  ACC Arab Cooperation Council; ADB Asian Development Bank; AEU Arab Economic Unity Council;
  AFB African Development Bank; ALQ Al Qaeda; AMF Arab Monetary Fund for Economic and Social Development;
  AML Amal Militia; AMN Amnesty International; AMU Arab Maghreb Union; ANO Abu Nidal Organization;
  APE Org. of Arab Petroleum Exporting Countries (OAPEC); ARL Arab League; ASL South Lebanon Army;
  ASN Association of Southeast Asian Nations (ASEAN);
  ATD Eastern and Southern African Trade and Development Bank; BCA Bank of Central African States (BEAC);
  BIS Bank for International Settlements; BTH Baath Party;
  CEM Common Market for Eastern and Southern Africa or Monetary and Economic Community of Central Africa;
  CFA Franc Zone Financial Community of Africa; CIS Commonwealth of Independent States; CMN Communist;
  COE Council of Europe; CPA Cocoa Producer’s Alliance; CPC Association of Coffee Producing Countries;
  CRC International Fed. of Red Cross and Red Crescent (ICRC);
  CSS Community of Sahel-Saharan States (CENSAD); CWN Commonwealth of Nations;
  DFL Democratic Front for the Lib. of Palestine (DFLP);
  EBR European Bank for Reconstruction and Development; ECA Economic Community of Central African States;
  EEC European Union; EFT European Free Trade Association; ENN Ennahda Movement;
  FAO United Nations Food and Agriculture Organization;
  FID International Federation of Human Rights (FIDH); FIS Islamic Salvation Army;
  FLN National Liberation Front (FLN); FTA Fatah; GCC Gulf Cooperation Council;
  GIA Armed Islamic Group (GIA); GOE Group of Eight (G-8) (G-7 plus Russia); GOS Group of Seven (G-7);
  GSP Salafist Group; GSS Group of Seventy-Seven (G-77); HCH UN High Commission for Human Rights;
  HCR UN High Commission for Refugees; HEZ Hezbollah; HIP Highly Indebted Poor Countries (HIPC);
  HMS Hamas; HRW Human Rights Watch; IAC Inter-African Coffee Organization (IACO);
  IAD Intergovernmental Authority on Development (IGAD); IAE International Atomic Energy Agency (IAEA);
  IAF Islamic Action Front; ICC International Criminal Court; ICG International Crisis Group;
  ICJ International Court of Justice (ICJ); ICO International Cocoa Organization (ICCO);
  IDB Islamic Development Bank; IGC International Grains Council;
  IHF International Helsinki Federation for Human Rights; ILO International Labor Organization;
  IMF International Monetary Fund (IMF); IOM International Organization for Migration;
  IPU Inter-Parliamentary Union; IRC Red Cross; ISJ Palestinian Islamic Jihad; ITP Interpol;
  JUR International Commission of Jurists; KDP Kurdish Democratic Party (KDP);
  KID UN Children’s Fund (UNICEF); LBA Israeli Labor Party; LKD Likud Party; MBR Muslim Brotherhood;
  MRZ Meretz Party; MSF Medecins Sans Frontieres (Doctors Without Borders);
  MSP Movement of the Society for Peace; NAT North Atlantic Treaty Organization (NATO);
  NEP New Partnership for Africa’s Development; NON Organization of Non-Aligned Countries;
  OAS Organization of American States; OAU Organization of African Unity (OAU);
  OIC Organization of Islamic Conferences (OIC);
  OPC Organization of Petroleum Exporting Countries (OPEC); PAP Pan-African Parliament;
  PFL People’s Front for the Liberation of Palestine (PFLP); PLF Palestine Liberation Front;
  PLO Palestine Liberation Organization; PLS Polisario Guerillas; PMD People’s Mujahedeen;
  PRC Paris Club; PSE Occupied Palestinian Territories; RCR Red Crescent; RND Democratic National Rally;
  SAA South Asian Association; SAD Southern African Development Community;
  SCE Council of Security and Cooperation in Europe (OSCE); SHA Shas Party;
  SOT Southeast Asia Collective Defense Treaty (SEATO); TAL Taliban;
  UEM Economic and Monetary Union of West Africa (UEMOA); UNO United Nations;
  WAD West Africa Development Bank; WAM West Africa Monetary and Economic Union;
  WAS Economic Community of West African States (ECOWAS); WBK World Bank;
  WCT International War Crimes Tribunals; WEF World Economic Forum; WFP World Food Program;
  WHO World Health Organization; WTO World Trade Organization (WTO); XFM Oxfam
`);

/** Roles and kinds of organisation. */
export const ACTOR_TYPES: ReadonlyMap<string, string> = readTable(`
  COP Police forces; GOV Government; INS Insurgents; JUD Judiciary; MIL Military;
  OPP Political Opposition; REB Rebels; SEP Separatist Rebels; SPY State Intelligence;
  UAF Unaligned Armed Forces; AGR Agriculture; BUS Business; CRM Criminal; CVL Civilian; DEV Development;
  EDU Education; ELI Elites; ENV Environmental; HLH Health; HRI Human Rights; LAB Labor; LEG Legislature;
  MED Media; REF Refugees; MOD Moderate; RAD Radical; AMN Amnesty International; IRC Red Cross;
  GRP Greenpeace; UNO United Nations; PKO Peacekeepers; UIS Unidentified State Actor;
  IGO Inter-Governmental Organization; IMG International Militarized Group;
  INT International/Transnational Generic; MNC Multinational Corporation; NGM Non-Governmental Movement;
  NGO Non-Governmental Organization; SET Settler
`);

/** Religions. */
export const RELIGIONS: ReadonlyMap<string, string> = readTable(`
  ADR African Diasporic Religion; ALE Alewi; ATH Agnostic; BAH Bahai Faith; BUD Buddhism;
  CHR Christianity; CON Confucianism; CPT Coptic; CTH Catholic; DOX Orthodox; DRZ Druze; HIN Hinduism;
  HSD Hasidic; ITR Indigenous Tribal Religion; JAN Jainism; JEW Judaism; JHW Jehovah’s Witness;
  LDS Latter Day Saints; MOS Muslim; MRN Maronite; NRM New Religious Movement; PAG Pagan; PRO Protestant;
  SFI Sufi; SHI Shia; SHN Old Shinto School; SIK Sikh; SUN Sunni; TAO Taoist; UDX Ultra-Orthodox;
  ZRO Zoroastrianism
`);

/** Codes among the countries that stand for a region of several. */
export const REGIONS: ReadonlySet<string> = new Set(
  "AFR ASA BLK CRB CAU CFR CAS CEU EIN EAF EEU EUR LAM MEA MDT NAF NMR PGS SCN SAM SAS SEA SAF WAF WST".split(
    " ",
  ),
);
