/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Documents written for these tests, in the shapes that recorders send. */

#define HIKVISION10 "http://www.hikvision.com/ver10/XMLSchema"
#define HIKVISION20 "http://www.hikvision.com/ver20/XMLSchema"
#define ISAPI20 "http://www.isapi.org/ver20/XMLSchema"
#define STDCGI20 "http://www.std-cgi.com/ver20/XMLSchema"
#define PSIA "urn:psialliance-org"
#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n"

#define STORAGE_V1 DECLARATION \
  "<storage version=\"1.0\" xmlns=\"" HIKVISION20 "\">\n<hddList version=\"1.0\" xmlns=\"" HIKVISION20 "\" size=\"8\">\n" \
  "<hdd version=\"1.0\" xmlns=\"" HIKVISION20 "\">\n<id>1</id>\n<hddName>hdd1</hddName>\n<hddPath></hddPath>\n" \
  "<hddType>SATA</hddType>\n<status>ok</status>\n<capacity>1907729</capacity>\n<freeSpace>1325056</freeSpace>\n" \
  "<property>RW</property>\n</hdd>\n" \
  "<hdd version=\"1.0\" xmlns=\"" HIKVISION20 "\">\n<id>2</id>\n<hddName>hdd2</hddName>\n<status>reparing</status>\n" \
  "<capacity> 1907729</capacity>\n<freeSpace>0</freeSpace>\n</hdd>\n</hddList>\n<workMode>quota</workMode>\n</storage>\n"

#define STORAGE_V2 DECLARATION \
  "<storage version=\"2.0\" xmlns=\"" ISAPI20 "\"><hddList><hdd><id>1</id><hddName>hdd1</hddName><status>ok</status>" \
  "<capacity>5723166</capacity><freeSpace>0</freeSpace><group>1</group><hddSerialNumber>W0</hddSerialNumber></hdd>" \
  "<hdd><id>3</id><hddName></hddName><status>formating</status><capacity>5723166.4</capacity><freeSpace>-1</freeSpace></hdd>" \
  "</hddList><nasList></nasList><workMode opt=\"group,quota\">quota</workMode><ssdList></ssdList></storage>"

#define STORAGE_OEM DECLARATION \
  "<storage version=\"1.0\" xmlns=\"" STDCGI20 "\"><hddList><hdda><id>1</id><hddName>hdda</hddName>" \
  "<status>repairing</status><capacity>953869</capacity><freeSpace>1024</freeSpace></hdda></hddList></storage>"

#define CAMERAS DECLARATION \
  "<InputProxyChannelList version=\"1.0\" xmlns=\"" HIKVISION20 "\" size=\"10\">" \
  "<InputProxyChannel version=\"1.0\" xmlns=\"" HIKVISION20 "\"><id>1</id><name>Gate</name><sourceInputPortDescriptor>" \
  "<proxyProtocol>HIKVISION</proxyProtocol><addressingFormatType>ipaddress</addressingFormatType>" \
  "<ipAddress>192.0.2.21</ipAddress><managePortNo>8000</managePortNo><userName>admin</userName>" \
  "</sourceInputPortDescriptor></InputProxyChannel>" \
  "<InputProxyChannel><id>4</id><name>Till</name><sourceInputPortDescriptor><adminProtocol>ONVIF</adminProtocol>" \
  "<addressingFormatType>hostname</addressingFormatType><hostName>cam.local</hostName></sourceInputPortDescriptor>" \
  "</InputProxyChannel><InputProxyChannel><id>5</id></InputProxyChannel>" \
  "<InputProxyChannel><name>no number</name></InputProxyChannel></InputProxyChannelList>"

#define CAMERA_STATES DECLARATION \
  "<InputProxyChannelStatusList><InputProxyChannelStatus><id>4</id><online>FALSE</online>" \
  "<chanDetectResult>netUnreachable</chanDetectResult></InputProxyChannelStatus>" \
  "<InputProxyChannelStatus><id>1</id><online>true</online></InputProxyChannelStatus>" \
  "<InputProxyChannelStatus><id>9</id><online>true</online></InputProxyChannelStatus></InputProxyChannelStatusList>"

#define SERVICES DECLARATION \
  "<AdminAccessProtocolList version=\"2.0\" xmlns=\"" ISAPI20 "\"><AdminAccessProtocol><id>1</id><enabled>true</enabled>" \
  "<protocol>HTTP</protocol><portNo>80</portNo></AdminAccessProtocol><AdminAccessProtocol><id>4</id>" \
  "<protocol>DEV_MANAGE</protocol><portNo>8000</portNo></AdminAccessProtocol></AdminAccessProtocolList>"

#define USERS DECLARATION \
  "<UserList version=\"1.0\" xmlns=\"" HIKVISION20 "\"><User version=\"1.0\" xmlns=\"" HIKVISION20 "\"><id>1</id>" \
  "<userName>admin</userName><userLevel>Administrator</userLevel></User><User><id>2</id><userName>caisse</userName>" \
  "<userLevel>Operator</userLevel></User><User><id>3</id></User></UserList>"
