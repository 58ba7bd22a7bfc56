<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>LineageFold</name>
    <message numerus="yes">
        <source>%n versions</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n data sources</source>
        <translation>
            <numerusform>%n data source</numerusform>
            <numerusform>%n data sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n experiments</source>
        <translation>
            <numerusform>%n experiment</numerusform>
            <numerusform>%n experiments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Output</name>
    <message numerus="yes">
        <source>OK: %n checked, no problems.</source>
        <translation>
            <numerusform>OK: %n checked, no problems.</numerusform>
            <numerusform>OK: %n checked, no problems.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionImport</name>
    <message numerus="yes">
        <source>%1 %n version(s) before it were taken and stay; run the import again for the rest.</source>
        <translation>
            <numerusform>%1 %n version before it was taken and stays; run the import again for the rest.</numerusform>
            <numerusform>%1 %n versions before it were taken and stay; run the import again for the rest.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stagekeeper::AcrossVersionsChart</name>
    <message numerus="yes">
        <source>not measured in %n version(s)</source>
        <translation>
            <numerusform>not measured in %n version</numerusform>
            <numerusform>not measured in %n versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are not finite</source>
        <translation>
            <numerusform>%n value is not finite</numerusform>
            <numerusform>%n values are not finite</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) beyond the control limits</source>
        <translation>
            <numerusform>%n version beyond the control limits</numerusform>
            <numerusform>%n versions beyond the control limits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stagekeeper::ClusterPopup</name>
    <message numerus="yes">
        <source>Find one of %n</source>
        <translation>
            <numerusform>Find one of %n</numerusform>
            <numerusform>Find one of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>Show all %n</numerusform>
            <numerusform>Show all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stagekeeper::ComparePage</name>
    <message numerus="yes">
        <source>%n version(s) of %1</source>
        <translation>
            <numerusform>%n version of %1</numerusform>
            <numerusform>%n versions of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) without differences are hidden. Bold: best in its row.</source>
        <translation>
            <numerusform>%n row without differences is hidden. Bold: best in its row.</numerusform>
            <numerusform>%n rows without differences are hidden. Bold: best in its row.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stagekeeper::ComparedNumbers</name>
    <message numerus="yes">
        <source>%n value(s) missing</source>
        <translation>
            <numerusform>%n value missing</numerusform>
            <numerusform>%n values missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) not finite</source>
        <translation>
            <numerusform>%n value not finite</numerusform>
            <numerusform>%n values not finite</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stagekeeper::ComparisonActions</name>
    <message numerus="yes">
        <source>%n version(s) of this comparison are not there any more.</source>
        <translation>
            <numerusform>%n version of this comparison is not there any more.</numerusform>
            <numerusform>%n versions of this comparison are not there any more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stagekeeper::ComparisonReport</name>
    <message numerus="yes">
        <source>Comparison of %n version(s)</source>
        <translation>
            <numerusform>Comparison of %n version</numerusform>
            <numerusform>Comparison of %n versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stagekeeper::CurvesChart</name>
    <message numerus="yes">
        <source>%n value(s) are not positive or not finite</source>
        <translation>
            <numerusform>%n value is not positive or not finite</numerusform>
            <numerusform>%n values are not positive or not finite</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are not finite</source>
        <translation>
            <numerusform>%n value is not finite</numerusform>
            <numerusform>%n values are not finite</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stagekeeper::Legend</name>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stagekeeper::LineagePage</name>
    <message numerus="yes">
        <source>Only the %n nearest things are shown: there are too many for one picture.</source>
        <translation>
            <numerusform>Only the nearest thing is shown: there are too many for one picture.</numerusform>
            <numerusform>Only the %n nearest things are shown: there are too many for one picture.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stagekeeper::LineagePanel</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier</source>
        <translation>
            <numerusform>%n earlier</numerusform>
            <numerusform>%n earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Select all %n</source>
        <translation>
            <numerusform>Select all %n</numerusform>
            <numerusform>Select all %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 reaches %2, %n of them live.</source>
        <translation>
            <numerusform>%1 reaches %2, %n of them live.</numerusform>
            <numerusform>%1 reaches %2, %n of them live.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stagekeeper::RadarChart</name>
    <message numerus="yes">
        <source>A radar needs at least three numbers. Of these versions there is %n.</source>
        <translation>
            <numerusform>A radar needs at least three numbers. These versions have %n.</numerusform>
            <numerusform>A radar needs at least three numbers. These versions have %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stagekeeper::RailButton</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stagekeeper::RegistryActions</name>
    <message numerus="yes">
        <source>Importing %n file(s)</source>
        <translation>
            <numerusform>Importing %n file</numerusform>
            <numerusform>Importing %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported %n version(s)</source>
        <translation>
            <numerusform>Imported %n version</numerusform>
            <numerusform>Imported %n versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stagekeeper::RowList</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stagekeeper::ScatterChart</name>
    <message numerus="yes">
        <source>%n version(s) without both numbers</source>
        <translation>
            <numerusform>%n version without both numbers</numerusform>
            <numerusform>%n versions without both numbers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stagekeeper::SearchModel</name>
    <message numerus="yes">
        <source>%n version(s) of %1</source>
        <translation>
            <numerusform>%n version of %1</numerusform>
            <numerusform>%n versions of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stagekeeper::VersionActions</name>
    <message numerus="yes">
        <source>%n version(s) of %1</source>
        <translation>
            <numerusform>%n version of %1</numerusform>
            <numerusform>%n versions of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n reference(s)</source>
        <translation>
            <numerusform>Copied %n reference</numerusform>
            <numerusform>Copied %n references</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stagekeeper::VersionsPage</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported %n version(s)</source>
        <translation>
            <numerusform>Exported %n version</numerusform>
            <numerusform>Exported %n versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stagekeeper::format</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stagekeeper::parts</name>
    <message numerus="yes">
        <source>%n damaged</source>
        <translation>
            <numerusform>%n damaged</numerusform>
            <numerusform>%n damaged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n differ from %1</source>
        <translation>
            <numerusform>%n differs from %1</numerusform>
            <numerusform>%n differ from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n versions</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have it</source>
        <translation>
            <numerusform>%n has it</numerusform>
            <numerusform>%n have it</numerusform>
        </translation>
    </message>
</context>
</TS>
